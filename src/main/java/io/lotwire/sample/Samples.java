package io.lotwire.sample;

import io.lotwire.desk.FolderRulebook;
import io.lotwire.desk.offline.OfflineDesk;
import io.lotwire.document.DocumentWriter;
import io.lotwire.partner.Profiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** All golden samples of an installation. */
public final class Samples {
    /** When samples run. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T12:00:00Z"), ZoneOffset.UTC);

    private final Path partners;
    private final Path mappings;
    private final Profiles profiles;

    /**
     * @param partners the folder of profiles
     * @param mappings the folder of mappings
     * @param profiles the profiles
     */
    public Samples(Path partners, Path mappings, Profiles profiles) {
        this.partners = partners;
        this.mappings = mappings;
        this.profiles = profiles;
    }

    /** The folder of a partner's samples, whether it is there or not. */
    public static Path folder(Path partners, String partner) {
        return partners.resolve(PartnerSamples.SAMPLES).resolve(partner);
    }

    /**
     * The samples of every mapping that has some, and of every partner.
     *
     * @throws IOException when a folder cannot be read
     */
    public List<SampleSet> all() throws IOException {
        OfflineDesk desk = new OfflineDesk(new FolderRulebook(mappings, () -> profiles), CLOCK);
        List<SampleSet> sets = new ArrayList<>(new MappingSamples(mappings, desk).all());
        sets.addAll(new PartnerSamples(partners, desk, DocumentWriter.load(mappings), CLOCK.instant()).all(profiles));
        return sets;
    }
}
