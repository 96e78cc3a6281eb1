package io.lotwire.sample;

import io.lotwire.desk.offline.OfflineDesk;
import io.lotwire.document.DocumentWriter;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The samples of partners, in {@code samples/NAME} of the folder of profiles. */
final class PartnerSamples {
    static final String SAMPLES = "samples";
    private static final String RECEIVES = "receives";

    private static final String SENDS = "sends";

    private final Path partners;
    private final OfflineDesk desk;
    private final DocumentWriter writer;
    private final Instant written;

    PartnerSamples(Path partners, OfflineDesk desk, DocumentWriter writer, Instant written) {
        this.writer = writer;
        this.written = written;
        this.partners = partners;
        this.desk = desk;
    }

    /** The samples of every profile, and of folders that belong to none. */
    List<SampleSet> all(Profiles profiles) throws IOException {
        List<SampleSet> sets = new ArrayList<>();
        for (Profile profile : profiles.good()) {
            sets.add(samples(profile, profiles.self()));
        }
        for (Path folder : SampleFolders.in(partners.resolve(SAMPLES))) {
            if (profiles.byName(folder.getFileName().toString()).isEmpty()) {
                sets.add(ofNobody(folder));
            }
        }
        return sets;
    }

    private static SampleSet ofNobody(Path folder) {
        String name = folder.getFileName().toString();
        Problem problem = Problem.error(
                SampleFault.SAMPLE_OF_NOBODY,
                Place.inFile(folder.toString()),
                "No profile '" + name
                        + "' is in force: 'lotwire partner check' says what is wrong with it; or rename or"
                        + " delete this folder.");
        return new SampleSet(SampleSet.Of.PARTNER, name, List.of(), List.of(problem));
    }

    private SampleSet samples(Profile profile, Optional<Profile> us) throws IOException {
        List<Sample> samples = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Path folder = Samples.folder(partners, profile.name());
        for (Path sample : SampleFolders.in(folder.resolve(RECEIVES))) {
            Optional<Path> input = SampleFolders.input(sample, problems::add);
            if (input.isPresent()) {
                String name = input.get().getFileName().toString();
                samples.add(new ReceivedSample(
                        sample,
                        input.get(),
                        name,
                        (file, events, wrong) -> desk.answer(file, Optional.of(profile), events, wrong)));
            }
        }
        for (Path sample : SampleFolders.in(folder.resolve(SENDS))) {
            if (us.isEmpty() || !Files.exists(sample.resolve(SentSample.INPUT))) {
                problems.add(Problem.error(
                        SampleFault.SAMPLE_WITHOUT_INPUT,
                        Place.inFile(sample.toString()),
                        "What we send is written of a file " + SentSample.INPUT
                                + " here, in the name of the profile that says 'self: true': add what is missing."));
            } else {
                samples.add(new SentSample(sample, us.get(), profile, writer, written));
            }
        }
        return new SampleSet(SampleSet.Of.PARTNER, profile.name(), samples, problems);
    }
}
