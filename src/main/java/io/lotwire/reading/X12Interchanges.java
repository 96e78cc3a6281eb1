package io.lotwire.reading;

import io.lotwire.answering.AgreementCheck;
import io.lotwire.answering.AnswersOfKind;
import io.lotwire.digest.Sha256;
import io.lotwire.document.LotEventWriter;
import io.lotwire.lot.LotEvent;
import io.lotwire.mapping.Explanation;
import io.lotwire.mapping.MappingFault;
import io.lotwire.mapping.Mappings;
import io.lotwire.mapping.Origin;
import io.lotwire.mapping.Translation;
import io.lotwire.mapping.Translator;
import io.lotwire.partner.Conventions;
import io.lotwire.partner.Inbound;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.partner.Tables;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.x12.AcknowledgementKind;
import io.lotwire.x12.FileSummary;
import io.lotwire.x12.FileSummary.InterchangeInFile;
import io.lotwire.x12.InterchangeHandler;
import io.lotwire.x12.InterchangeHeader;
import io.lotwire.x12.InterchangeSummary;
import io.lotwire.x12.TransactionSet;
import io.lotwire.x12.Written;
import io.lotwire.x12.X12Parser;
import io.lotwire.yaml.YamlMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Interchanges in X12 and EDIFACT. A file is read twice: first to its end, because a trailer can reject what came before it, then
 * for its accepted transaction sets, one in memory at a time.
 */
public final class X12Interchanges implements Interchanges {
    private final Rulebook rules;
    private Profiles profiles;
    private final Map<String, Mappings> mappings = new HashMap<>();
    private final Set<Problem> told = new HashSet<>();

    public X12Interchanges(Rulebook rules) {
        this.rules = rules;
    }

    @Override
    public void translate(Input file, Optional<Profile> sender, LotEventWriter events, Consumer<Problem> problems)
            throws IOException {
        eachSet(file, sender, judgement(sender), found -> translate(found, events), problems);
    }

    private static Translator.Outcome translate(Found found, LotEventWriter events) {
        return found.tables().isEmpty()
                ? found.mapping()
                        .translate(found.set(), found.origin(), found.lotRequired(), event -> write(event, events))
                : told(
                        found.mapping().translate(found.set(), found.origin(), found.lotRequired()),
                        found.tables(),
                        found.origin(),
                        events);
    }

    /** A table may reject a set for its last event, so that none may be written before all are told. */
    private static Translator.Outcome told(Translation read, Tables tables, Origin origin, LotEventWriter events) {
        Tables.Told told = tables.received(read.events(), origin.file());
        Translation made = read.with(told.events(), told.problems());
        made.events().forEach(event -> write(event, events));
        return new Translator.Outcome(made.documentNumber(), made.purpose(), made.problems());
    }

    private static void write(LotEvent event, LotEventWriter events) {
        try {
            events.write(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void explain(Input file, Optional<Profile> sender, Explanation explanation, Consumer<Problem> problems)
            throws IOException {
        eachSet(
                file,
                sender,
                judgement(sender),
                found -> found.mapping().explain(found.set(), found.origin(), found.lotRequired(), explanation),
                problems);
    }

    /**
     * An accepted set and what it is translated with.
     *
     * @param position its position in the file, from 1
     */
    private record Found(
            TransactionSet set, int position, Translator mapping, Origin origin, boolean lotRequired, Tables tables) {}

    /** What is done with an accepted set and its mapping. */
    private interface Work {
        Translator.Outcome with(Found found);
    }

    /** The file's interchanges, once it is read to its end. */
    private FileSummary eachSet(
            Input file,
            Optional<Profile> sender,
            UnaryOperator<InterchangeSummary> judgement,
            Work work,
            Consumer<Problem> problems)
            throws IOException {
        MessageDigest sha256 = Sha256.digest();
        FileSummary summary;
        try (InputStream bytes = Sha256.reading(file.open(), sha256)) {
            summary = FileSummary.read(file.name(), bytes, parser(sender)).judged(judgement);
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        summary.allProblems().forEach(problems);
        String hash = Sha256.hex(sha256);
        BitSet accepted = summary.acceptedSets();
        if (accepted.isEmpty()) {
            return summary;
        }
        try (InputStream bytes = file.open()) {
            parser(sender)
                    .read(file.name(), bytes, new Translating(file.name(), hash, accepted, sender, work, problems));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return summary;
    }

    @Override
    public void validate(Input file, Optional<Profile> sender, Consumer<Problem> problems) throws IOException {
        translate(file, sender, new Unwritten(), problems);
    }

    @Override
    public Heard receive(Input file, Optional<Profile> sender, LotEventWriter events, Consumer<Problem> problems)
            throws IOException {
        return new Reception(rules.clock().instant(), profiles().self(), header -> sender.or(() -> profileOf(header)))
                .receive(
                        file,
                        problems,
                        (judgement, taker) -> eachSet(
                                file,
                                sender,
                                judgement,
                                found -> {
                                    Translator.Outcome made = translate(found, events);
                                    taker.take(found.set(), found.position(), made);
                                    return made;
                                },
                                problems));
    }

    @Override
    public byte[] acknowledge(Input file, Optional<Profile> sender, Acknowledgement kind, Consumer<Problem> problems)
            throws IOException {
        FileSummary summary;
        try (InputStream bytes = file.open()) {
            summary = FileSummary.read(file.name(), bytes, parser(sender)).judged(judgement(sender));
        }
        summary.allProblems().forEach(problems);
        ByteArrayOutputStream acknowledgements = new ByteArrayOutputStream();
        LocalDateTime time = LocalDateTime.now(rules.clock());
        for (InterchangeInFile interchange : summary.interchanges()) {
            AnswersOfKind answers = new AnswersOfKind(interchange.summary(), profileOf(interchange.summary(), sender));
            List<Written> written =
                    switch (kind) {
                        case F997 -> answers.groups(AcknowledgementKind.FUNCTIONAL, time);
                        case F999 -> answers.groups(AcknowledgementKind.IMPLEMENTATION, time);
                        case TA1 -> answers.ta1(time).stream().toList();
                        case CONTRL -> answers.report(time).stream().toList();
                    };
            // An interchange whose own addresses cannot be written cannot be answered.
            written.stream()
                    .filter(Written.Interchange.class::isInstance)
                    .forEach(each -> acknowledgements.writeBytes(((Written.Interchange) each).bytes()));
        }
        return acknowledgements.toByteArray();
    }

    /** How the agreements with the senders judge the faults of their transaction sets. */
    private UnaryOperator<InterchangeSummary> judgement(Optional<Profile> sender) {
        return interchange -> profileOf(interchange, sender)
                .map(profile -> interchange.judged(profile::judge))
                .orElse(interchange);
    }

    /** Reads by the guides of the sender: the one that was named, or else the one that each interchange names. */
    private X12Parser parser(Optional<Profile> sender) {
        return sender.map(profile -> profile.conventions().parser())
                .orElseGet(() -> X12Parser.standard().with(interchange -> profileOf(interchange)
                        .map(Profile::conventions)
                        .orElse(Conventions.STANDARD)
                        .grammar()));
    }

    private Optional<Profile> profileOf(InterchangeSummary interchange, Optional<Profile> sender) {
        return sender.or(() -> profileOf(interchange.header()));
    }

    private Optional<Profile> profileOf(InterchangeHeader header) {
        return profiles().sender(header);
    }

    private Profiles profiles() {
        if (profiles == null) {
            profiles = rules.profiles().get();
        }
        return profiles;
    }

    /** A mapping, whose problems and those of the override are said when it is asked for first. */
    private Optional<Translator> mapping(String name, YamlMap override, Consumer<Problem> problems) {
        Mappings known = mappings.get(name);
        if (known == null) {
            known = Mappings.load(rules.mappings(), name);
            known.problems().forEach(problems);
            mappings.put(name, known);
        }
        return known.named(name, override, problem -> {
            if (told.add(problem)) {
                problems.accept(problem);
            }
        });
    }

    /** Does the work with accepted sets. */
    private final class Translating implements InterchangeHandler {
        private final String file;
        private final String hash;
        private final BitSet accepted;
        private final Optional<Profile> sender;
        private final Work work;
        private final Consumer<Problem> problems;
        private int position;

        Translating(
                String file,
                String hash,
                BitSet accepted,
                Optional<Profile> sender,
                Work work,
                Consumer<Problem> problems) {
            this.file = file;
            this.hash = hash;
            this.accepted = accepted;
            this.sender = sender;
            this.work = work;
            this.problems = problems;
        }

        @Override
        public void transactionSet(TransactionSet set) {
            position++;
            if (!accepted.get(position) || set.group().acknowledges()) {
                return;
            }
            Optional<Profile> profile = sender.or(() -> profileOf(set.interchange()));
            if (profile.filter(found -> AgreementCheck.isMessage(found, set.summary()))
                    .isPresent()) {
                return;
            }
            Optional<Inbound> agreed = profile.flatMap(found -> found.receives(set.id()));
            if (agreed.filter(Inbound::isOnlyAcknowledged).isPresent()) {
                return;
            }
            String name = agreed.map(Inbound::mapping).orElseGet(() -> Mappings.usualName(set.syntax(), set.id()));
            Optional<Translator> mapping =
                    mapping(name, agreed.map(Inbound::override).orElse(null), problems);
            if (mapping.isEmpty()) {
                problems.accept(noMapping(set, name));
                return;
            }
            Origin origin = new Origin(profile.map(Profile::name).orElse(""), file, hash);
            boolean lotRequired = agreed.map(Inbound::lotRequired).orElse(false);
            Tables tables = profile.map(Profile::tables).orElse(Tables.NONE);
            work.with(new Found(set, position, mapping.get(), origin, lotRequired, tables))
                    .problems()
                    .forEach(problems);
        }

        @Override
        public void problem(Problem problem) {
            // Said by the first reading.
        }

        private Problem noMapping(TransactionSet set, String name) {
            Place place = new Place(
                    file,
                    set.interchange().controlNumber(),
                    set.group().controlNumber(),
                    set.controlNumber(),
                    set.header().number(),
                    set.header().id(),
                    1,
                    0,
                    0,
                    set.header().elementOffset(1));
            Path mapping = rules.mappings().resolve(name + ".yaml");
            return Problem.error(
                    MappingFault.NO_MAPPING,
                    place,
                    Files.exists(mapping)
                            ? "The mapping '" + name + "' does not work for document " + set.id()
                                    + ": mend what is said of it or of its 'override'."
                            : "There is no mapping for document " + set.id() + ": write " + mapping
                                    + ", or leave the document out.");
        }
    }
}
