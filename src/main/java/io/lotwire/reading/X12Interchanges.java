package io.lotwire.reading;

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
import io.lotwire.x12.FileSummary;
import io.lotwire.x12.FileSummary.InterchangeInFile;
import io.lotwire.x12.InterchangeHandler;
import io.lotwire.x12.InterchangeHeader;
import io.lotwire.x12.InterchangeSummary;
import io.lotwire.x12.TransactionSet;
import io.lotwire.x12.X12Parser;
import io.lotwire.yaml.YamlMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Interchanges in X12 and EDIFACT. A file is read twice: first to its end, because a trailer can reject what came before it, then
 * for its accepted transaction sets, one in memory at a time.
 */
public final class X12Interchanges implements Interchanges {
    private final Rulebook rules;
    private final Answers answers;
    private Profiles profiles;
    private final Map<String, Mappings> mappings = new HashMap<>();

    public X12Interchanges(Rulebook rules) {
        this.rules = rules;
        this.answers = new Answers(rules.clock());
    }

    @Override
    public void translate(Input file, Optional<Profile> sender, LotEventWriter events, Consumer<Problem> problems)
            throws IOException {
        eachSet(
                file,
                sender,
                (mapping, set, origin, lotRequired, tables) -> tables.isEmpty()
                        ? mapping.translate(set, origin, lotRequired, event -> write(event, events))
                        : told(mapping.translate(set, origin, lotRequired), tables, origin, events),
                problems);
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
                (mapping, set, origin, lotRequired, tables) -> mapping.explain(set, origin, lotRequired, explanation),
                problems);
    }

    /** What is done with an accepted set and its mapping. */
    private interface Work {
        Translator.Outcome with(
                Translator mapping, TransactionSet set, Origin origin, boolean lotRequired, Tables tables);
    }

    private void eachSet(Input file, Optional<Profile> sender, Work work, Consumer<Problem> problems)
            throws IOException {
        MessageDigest sha256 = sha256();
        FileSummary summary;
        try (InputStream bytes = new DigestInputStream(file.open(), sha256)) {
            summary = judged(FileSummary.read(file.name(), bytes, parser(sender)), sender);
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        summary.allProblems().forEach(problems);
        String hash = HexFormat.of().formatHex(sha256.digest());
        BitSet accepted = summary.acceptedSets();
        if (accepted.isEmpty()) {
            return;
        }
        try (InputStream bytes = file.open()) {
            parser(sender)
                    .read(file.name(), bytes, new Translating(file.name(), hash, accepted, sender, work, problems));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void validate(Input file, Optional<Profile> sender, Consumer<Problem> problems) throws IOException {
        translate(file, sender, new Discarding(), problems);
    }

    @Override
    public byte[] acknowledge(Input file, Optional<Profile> sender, Acknowledgement kind, Consumer<Problem> problems)
            throws IOException {
        FileSummary summary;
        try (InputStream bytes = file.open()) {
            summary = judged(FileSummary.read(file.name(), bytes, parser(sender)), sender);
        }
        summary.allProblems().forEach(problems);
        ByteArrayOutputStream acknowledgements = new ByteArrayOutputStream();
        for (InterchangeInFile interchange : summary.interchanges()) {
            acknowledgements.write(answers.to(interchange.summary(), profileOf(interchange.summary(), sender), kind));
        }
        return acknowledgements.toByteArray();
    }

    /** The file as the agreements with its senders judge it. */
    private FileSummary judged(FileSummary file, Optional<Profile> sender) {
        return file.judged(interchange -> profileOf(interchange, sender)
                .map(profile -> interchange.judged(profile::judge))
                .orElse(interchange));
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
        if (profiles == null) {
            profiles = rules.profiles().get();
        }
        return profiles.sender(header);
    }

    /** A mapping, whose problems are said when it is asked for first. */
    private Optional<Translator> mapping(String name, YamlMap override, Consumer<Problem> problems) {
        Mappings known = mappings.get(name);
        if (known == null) {
            known = Mappings.load(rules.mappings(), name);
            known.problems().forEach(problems);
            mappings.put(name, known);
        }
        return known.named(name, override, problems);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
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
            work.with(mapping.get(), set, origin, lotRequired, tables)
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
            return Problem.error(
                    MappingFault.NO_MAPPING,
                    place,
                    "There is no mapping for document " + set.id() + ": write " + rules.mappings() + "/" + name
                            + ".yaml, or leave the document out.");
        }
    }

    /** For checking only. */
    private static final class Discarding implements LotEventWriter {
        @Override
        public void write(LotEvent event) {
            // Only the problems are wanted.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
