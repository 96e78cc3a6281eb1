package io.lotwire.partner;

import io.lotwire.edi.grammar.Guide;
import io.lotwire.edi.segment.Delimiters;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.lot.Condition;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.LotEvent;
import io.lotwire.writing.Style;
import io.lotwire.yaml.FileLine;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Lot events that a partner gets: which ones, in which format, over which wire.
 *
 * @param name its name, one of its kind in the profile
 * @param when which events
 * @param send in which format
 * @param usage ISA15 of an EDI document: {@code P}, or {@code T} while they only try it (UNB11 is 1); other formats say no usage
 * @param over over which wire
 * @param fileName name of the file that is delivered
 * @param answeredWithin how soon after it was delivered the partner is to answer by a 997, 999, 824, CONTRL or APERAK; null when
 *     nothing is agreed
 * @param complete how complete a document must be to leave, null when nothing is agreed
 * @param at where the profile describes it
 */
public record Subscription(
        String name,
        When when,
        Send send,
        String usage,
        WireKind over,
        FileNamePattern fileName,
        Duration answeredWithin,
        Completeness complete,
        FileLine at) {

    /**
     * Which events a subscription takes: those that all conditions hold for.
     *
     * @param type what happened, null for anything
     * @param documents the sets that said it, such as {@code 945}, empty for any
     * @param shipFrom who the goods come from, null for anyone
     * @param shipTo who the goods go to, null for anyone
     * @param items GTINs of the goods, empty for any
     * @param conditions the conditions that they are in, empty for any; good are also those whose document says nothing of it
     */
    public record When(
            EventType type,
            Set<String> documents,
            Identity shipFrom,
            Identity shipTo,
            Set<Gtin> items,
            Set<Condition> conditions) {
        /** Every event. */
        public static final When ANY = new When(null, Set.of(), null, null, Set.of(), Set.of());

        public When {
            documents = Set.copyOf(documents);
            items = Set.copyOf(items);
            conditions = Set.copyOf(conditions);
        }

        /** True when all conditions hold for the event. */
        public boolean holdsFor(LotEvent event) {
            return (type == null || type == event.type())
                    && (documents.isEmpty() || documents.contains(event.source().document()))
                    && (shipFrom == null || shipFrom.isThatOf(event.shipFrom()))
                    && (shipTo == null || shipTo.isThatOf(event.shipTo()))
                    && (items.isEmpty()
                            || (event.item().gtin() != null
                                    && items.contains(event.item().gtin())))
                    && (conditions.isEmpty()
                            || conditions.contains(event.condition() == null ? Condition.GOOD : event.condition()));
        }
    }

    /**
     * The format that a subscriber reads.
     *
     * @param format what kind of document
     * @param mapping the out-mapping of an EDI document, such as {@code out/x12/945}, or the template, such as {@code
     *     templates/lots.csv}; {@code ""} for others
     * @param style what is chosen in it
     * @param delimiters the delimiters of an EDI document, null for the usual ones
     * @param guide what the partner's guide asks of an EDI document beyond the standard, null when there is none
     * @param conventions what an EDI document must be like to be sent: the standard, as the guide has it
     * @param split how many documents are made of the events
     */
    public record Send(
            Format format,
            String mapping,
            Style style,
            Delimiters delimiters,
            Guide guide,
            Conventions conventions,
            Split split) {

        /** So many events at most are in one document. */
        public int mostEvents() {
            return Math.min(format.mostEvents(), split.events());
        }
    }

    /**
     * How the events that come of one document are split into several.
     *
     * @param by what has a document of its own, null for nothing
     * @param events so many events at most are in one document
     */
    public record Split(By by, int events) {
        /** As few documents as the format allows. */
        public static final Split NONE = new Split(null, Integer.MAX_VALUE);

        /** What can have a document of its own. */
        public enum By {
            /** What goes from one place to another, under one notice, shipment number and bill of lading. */
            SHIPMENT,
            /** Each order in a shipment. */
            ORDER
        }
    }

    /** The formats that lot events are sent in. */
    public enum Format {
        /** Lot events as JSON, one on each line. */
        EVENTS("events", "application/x-ndjson", "ndjson"),
        /** One EPCIS 2.0 document in JSON-LD. */
        EPCIS("epcis", "application/ld+json", "jsonld"),
        /** CSV with a header and a row for each event (RFC 4180). */
        LOT_CSV("lot-csv", "text/csv", "csv"),
        /** X12 856, ship notice. */
        X12_856("x12-856", Syntax.X12, "out/x12/856"),
        /** X12 945, warehouse shipping advice. */
        X12_945("x12-945", Syntax.X12, "out/x12/945"),
        /** X12 943, warehouse stock transfer shipment advice. */
        X12_943("x12-943", Syntax.X12, "out/x12/943"),
        /** X12 940, warehouse shipping order. */
        X12_940("x12-940", Syntax.X12, "out/x12/940"),
        /** X12 944, warehouse stock transfer receipt advice. */
        X12_944("x12-944", Syntax.X12, "out/x12/944"),
        /** EDIFACT DESADV, despatch advice. */
        EDIFACT_DESADV("edifact-desadv", Syntax.EDIFACT, "out/edifact/desadv"),
        /** What a template makes. */
        TEMPLATE("template", "text/plain", "txt");

        /** A document of an EDI format, or of a template, is made in memory: so many events take some 30 MB. */
        private static final int MOST_IN_MEMORY = 20_000;

        private final String word;
        private final String mediaType;
        private final String extension;

        private final Syntax syntax;
        private final String mapping;

        Format(String word, String mediaType, String extension) {
            this.word = word;
            this.mediaType = mediaType;
            this.extension = extension;
            this.syntax = null;
            this.mapping = "";
        }

        Format(String word, Syntax syntax, String mapping) {
            this.word = word;
            this.mediaType = syntax == Syntax.X12 ? "application/edi-x12" : "application/edifact";
            this.extension = "edi";
            this.syntax = syntax;
            this.mapping = mapping;
        }

        /** ST01 or UNH02.1 of an EDI document, such as {@code 856}; {@code ""} for others. */
        public String document() {
            return mapping.substring(mapping.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
        }

        /** The syntax of an EDI document; empty for others. */
        public Optional<Syntax> syntax() {
            return Optional.ofNullable(syntax);
        }

        /** The out-mapping of an EDI document where a profile names no other; {@code ""} for other formats. */
        public String mapping() {
            return mapping;
        }

        /** The word that profiles use. */
        public String word() {
            return word;
        }

        /** The media type, for wires that state one. */
        public String mediaType() {
            return mediaType;
        }

        /** So many events at most can be in one document: of those formats that go event by event any number. */
        public int mostEvents() {
            return switch (this) {
                case EVENTS, EPCIS, LOT_CSV -> Integer.MAX_VALUE;
                default -> MOST_IN_MEMORY;
            };
        }

        /** The usual extension of a file's name. */
        public String extension() {
            return extension;
        }
    }
}
