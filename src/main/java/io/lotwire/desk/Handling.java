package io.lotwire.desk;

import io.lotwire.capture.CaptureKind;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.lot.LotEvent;
import io.lotwire.mapping.Explaining;
import io.lotwire.mapping.Explanation;
import io.lotwire.mapping.Mapping;
import io.lotwire.mapping.MappingFault;
import io.lotwire.mapping.Origin;
import io.lotwire.mapping.Translation;
import io.lotwire.mapping.Translator;
import io.lotwire.partner.Inbound;
import io.lotwire.partner.Profile;
import io.lotwire.partner.table.Tables;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.smooks.FileBytes;
import io.lotwire.smooks.SmooksMapping;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What is done with a document that is not rejected. */
public sealed interface Handling {

    /** It is acknowledged, and no more: it gives no lot events. */
    record AcknowledgedOnly() implements Handling {}

    /**
     * It is of a kind that states no lots, such as an order, so that there is no mapping for it.
     *
     * @param document such as {@code 850}
     */
    record WithoutLots(String document) implements Handling {
        /** Kinds that state goods without lots, money, words or what became of other documents. */
        private static final Set<String> KINDS = Set.of(
                "810", "820", "824", "850", "855", "860", "864", "865", "997", "999", "APERAK", "CONTRL", "INVOIC",
                "ORDCHG", "ORDERS", "ORDRSP", "REMADV");

        /** Whether documents of a kind never state lots. */
        static boolean areOf(String document) {
            return KINDS.contains(document);
        }

        /** The same as a note at a place. */
        public Problem at(Place place) {
            return Problem.warning(
                    MappingFault.NO_MAPPING,
                    place,
                    document
                            + " is no document that states lots, so it gives no lot events: nothing needs to be mended.");
        }
    }

    /**
     * It would become lot events, but there is nothing to read it by.
     *
     * @param why what is missing, and how to mend it
     */
    record Unmapped(String why) implements Handling {
        /** The same as a problem at a place. */
        public Problem at(Place place) {
            return Problem.error(MappingFault.NO_MAPPING, place, why);
        }
    }

    /**
     * A transaction set that becomes lot events by a mapping, and by the sender's tables.
     *
     * @param sender who sent it; empty when no profile is theirs
     * @param agreed what was agreed about it; empty when it is read by the usual mapping
     * @param translator the mapping, with what the agreement overrides
     */
    record ByMapping(Optional<Profile> sender, Optional<Inbound> agreed, Translator translator) implements Handling {
        /** What it is read by. */
        public Mapping mapping() {
            return translator.mapping();
        }

        /** The same, which gives the events of a set with an error, too: for who looks into it, never to be kept. */
        public ByMapping despiteErrors() {
            return new ByMapping(sender, agreed, translator.despiteErrors());
        }

        /**
         * Makes its lot events.
         *
         * @param file where it came in
         * @param events is given each event, in document order; none when there is an error
         */
        public Outcome translate(TransactionSet set, ReceivedBytes file, Consumer<LotEvent> events) {
            Origin origin = origin(file);
            Tables tables = sender.map(Profile::tables).orElse(Tables.NONE);
            if (tables.isEmpty()) {
                return Outcome.of(translator.translate(set, origin, lotRequired(), events));
            }
            // A table may reject a set for its last event, so that none may be given away before all are told.
            Translation read = translator.translate(set, origin, lotRequired());
            Tables.Told told = tables.received(read.events(), file.name());
            Translation made = read.with(told.events(), told.problems());
            (translator.givesDespiteErrors() ? told.events() : made.events()).forEach(events);
            return new Outcome(made.documentNumber(), made.purpose(), made.problems());
        }

        /** Tells where the values of its lot events are taken. */
        public Outcome explain(TransactionSet set, ReceivedBytes file, Explanation explanation) {
            return explain(set, file, Explaining.ALL, explanation);
        }

        /** The same for some of its segments. */
        public Outcome explain(TransactionSet set, ReceivedBytes file, Explaining segments, Explanation explanation) {
            return Outcome.of(translator.explain(set, origin(file), lotRequired(), segments, explanation));
        }

        private Origin origin(ReceivedBytes file) {
            return new Origin(
                    sender.map(Profile::name).orElse(""),
                    file.name(),
                    file.sha256(),
                    sender.map(profile -> profile.conventions().home()).orElse(null));
        }

        private boolean lotRequired() {
            return agreed.map(Inbound::lotRequired).orElse(false);
        }
    }

    /**
     * A file that becomes lot events by a Smooks configuration, and by the sender's tables.
     *
     * @param sender who sent it
     * @param agreed what was agreed about it
     * @param mapping the configuration
     */
    record ByFileMapping(Profile sender, Inbound agreed, SmooksMapping mapping) implements Handling {
        /**
         * Begins to read it.
         *
         * @param bytes the file
         * @param events is given each event, in the order of the file; they count when there is no error in the outcome
         */
        public WholeFileReading reading(FileBytes bytes, ReceivedBytes file, Consumer<LotEvent> events) {
            return new WholeFileReading(this, bytes, file, events);
        }

        /**
         * Makes its lot events. It is read twice, first to its end: a file with an error gives none at all.
         *
         * @param bytes the file
         * @param events is given each event, in the order of the file; none when there is an error
         * @throws IOException when the file cannot be read
         */
        public Outcome translate(FileBytes bytes, ReceivedBytes file, Consumer<LotEvent> events) throws IOException {
            Outcome check = read(bytes, file, event -> {});
            if (check.problems().stream().noneMatch(Problem::isError)) {
                read(bytes, file, events);
            }
            return check;
        }

        private Outcome read(FileBytes bytes, ReceivedBytes file, Consumer<LotEvent> events) throws IOException {
            try (WholeFileReading reading = reading(bytes, file, events)) {
                mapping.run(reading.bySmooks());
                return reading.outcome();
            }
        }
    }

    /**
     * A file of lot events or scans, which needs no mapping; the sender's tables hold for it.
     *
     * @param sender who sent it
     * @param agreed what was agreed about it
     * @param kind what it is
     */
    record ByCapture(Profile sender, Inbound agreed, CaptureKind kind) implements Handling {
        /**
         * Reads it once.
         *
         * @param bytes the file
         * @param receivedAt when it came in
         * @param events is given each event, in the order of the file; they count when there is no error in the outcome
         * @throws IOException when the file cannot be read
         */
        public Outcome read(FileBytes bytes, ReceivedBytes file, Instant receivedAt, Consumer<LotEvent> events)
                throws IOException {
            return CapturedReading.read(this, bytes, file, receivedAt, events);
        }

        /**
         * Makes its lot events. It is read twice, first to its end: a file with an error gives none at all.
         *
         * @param bytes the file
         * @param receivedAt when it came in
         * @param events is given each event, in the order of the file; none when there is an error
         * @throws IOException when the file cannot be read
         */
        public Outcome translate(FileBytes bytes, ReceivedBytes file, Instant receivedAt, Consumer<LotEvent> events)
                throws IOException {
            Outcome check = read(bytes, file, receivedAt, event -> {});
            if (check.problems().stream().noneMatch(Problem::isError)) {
                read(bytes, file, receivedAt, events);
            }
            return check;
        }
    }
}
