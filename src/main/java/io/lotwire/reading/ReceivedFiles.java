package io.lotwire.reading;

import io.lotwire.digest.Sha256;
import io.lotwire.document.LotEventWriter;
import io.lotwire.lot.LotEvent;
import io.lotwire.mapping.Explanation;
import io.lotwire.mapping.Origin;
import io.lotwire.partner.Inbound;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Tables;
import io.lotwire.problem.Problem;
import io.lotwire.problem.RepeatedProblems;
import io.lotwire.smooks.SmooksMapping;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Files of a partner: those that their profile names as documents of other formats, and interchanges. */
public final class ReceivedFiles implements Interchanges {
    private final Rulebook rules;
    private final Interchanges interchanges;
    private final Map<String, Optional<SmooksMapping>> mappings = new HashMap<>();

    public ReceivedFiles(Rulebook rules, Interchanges interchanges) {
        this.rules = rules;
        this.interchanges = interchanges;
    }

    @Override
    public void translate(Input file, Optional<Profile> sender, LotEventWriter events, Consumer<Problem> problems)
            throws IOException {
        Optional<Inbound> agreed = sender.flatMap(profile -> profile.receivesFile(file.name()));
        if (agreed.isEmpty()) {
            interchanges.translate(file, sender, events, problems);
            return;
        }
        Optional<SmooksMapping> mapping = mappings.computeIfAbsent(
                agreed.get().mapping(), name -> SmooksMapping.load(rules.mappings(), name, problems));
        if (mapping.isPresent()) {
            translate(file, sender.get(), agreed.get(), mapping.get(), events, problems);
        }
    }

    private static void translate(
            Input file,
            Profile sender,
            Inbound agreed,
            SmooksMapping mapping,
            LotEventWriter events,
            Consumer<Problem> problems)
            throws IOException {
        Origin origin = new Origin(sender.name(), file.name(), sha256(file));
        RepeatedProblems ofTables = new RepeatedProblems();
        try {
            SmooksMapping.Outcome outcome = mapping.translate(
                    file::open,
                    origin,
                    agreed.document(),
                    agreed.lotRequired(),
                    event -> write(event, sender.tables(), file.name(), events, ofTables));
            ofTables.once().forEach(problems);
            outcome.problems().forEach(problems);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(
            LotEvent event, Tables tables, String file, LotEventWriter events, RepeatedProblems problems) {
        Tables.Told told = tables.received(List.of(event), file);
        told.problems().forEach(problems::add);
        for (LotEvent each : told.events()) {
            try {
                events.write(each);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String sha256(Input file) throws IOException {
        try (InputStream bytes = file.open()) {
            return Sha256.hex(bytes);
        }
    }

    /** Where the values of a Smooks mapping were taken, Smooks does not tell: of such files only the problems are said. */
    @Override
    public void explain(Input file, Optional<Profile> sender, Explanation explanation, Consumer<Problem> problems)
            throws IOException {
        if (sender.flatMap(profile -> profile.receivesFile(file.name())).isEmpty()) {
            interchanges.explain(file, sender, explanation, problems);
        } else {
            validate(file, sender, problems);
        }
    }

    @Override
    public void validate(Input file, Optional<Profile> sender, Consumer<Problem> problems) throws IOException {
        if (sender.flatMap(profile -> profile.receivesFile(file.name())).isEmpty()) {
            interchanges.validate(file, sender, problems);
        } else {
            translate(file, sender, new Unwritten(), problems);
        }
    }

    @Override
    public Heard receive(Input file, Optional<Profile> sender, LotEventWriter events, Consumer<Problem> problems)
            throws IOException {
        if (sender.flatMap(profile -> profile.receivesFile(file.name())).isEmpty()) {
            return interchanges.receive(file, sender, events, problems);
        }
        translate(file, sender, events, problems);
        return Heard.NOTHING;
    }

    /** Only interchanges are acknowledged: about other files nothing is due. */
    @Override
    public byte[] acknowledge(Input file, Optional<Profile> sender, Acknowledgement kind, Consumer<Problem> problems)
            throws IOException {
        if (sender.flatMap(profile -> profile.receivesFile(file.name())).isEmpty()) {
            return interchanges.acknowledge(file, sender, kind, problems);
        }
        validate(file, sender, problems);
        return new byte[0];
    }
}
