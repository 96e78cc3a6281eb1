package io.lotwire.partner;

import io.lotwire.lot.EventType;
import io.lotwire.lot.LotEvent;
import io.lotwire.yaml.FileLine;

/**
 * Lot events that a partner gets: which ones, in which format, over which wire.
 *
 * @param name its name, one of its kind in the profile
 * @param when which events
 * @param send in which format
 * @param over over which wire
 * @param fileName name of the file that is delivered
 * @param at where the profile describes it
 */
public record Subscription(String name, When when, Send send, WireKind over, FileNamePattern fileName, FileLine at) {

    /**
     * Which events a subscription takes: those that all conditions hold for.
     *
     * @param type what happened, null for anything
     * @param document the set that said it, such as {@code 945}, {@code ""} for any
     * @param shipTo who the goods go to, null for anyone
     */
    public record When(EventType type, String document, Identity shipTo) {

        /** True when all conditions hold for the event. */
        public boolean holdsFor(LotEvent event) {
            return (type == null || type == event.type())
                    && (document.isEmpty() || document.equals(event.source().document()))
                    && (shipTo == null || shipTo.isThatOf(event.shipTo()));
        }
    }

    /**
     * The format that a subscriber reads.
     *
     * @param format what kind of document
     * @param version X12 version (GS08) for an X12 document, {@code ""} for others
     * @param hl the levels of an 856, {@code ""} for others
     */
    public record Send(Format format, String version, String hl) {}

    /** The formats that lot events are sent in. */
    public enum Format {
        /** Lot events as JSON, one on each line. */
        EVENTS("events", "application/x-ndjson", "ndjson"),
        /** One EPCIS 2.0 document in JSON-LD. */
        EPCIS("epcis", "application/ld+json", "jsonld"),
        /** CSV with a header and a row for each event (RFC 4180). */
        LOT_CSV("lot-csv", "text/csv", "csv"),
        /** X12 856, ship notice. */
        X12_856("x12-856", "application/edi-x12", "edi");

        private final String word;
        private final String mediaType;
        private final String extension;

        Format(String word, String mediaType, String extension) {
            this.word = word;
            this.mediaType = mediaType;
            this.extension = extension;
        }

        /** The word that profiles use. */
        public String word() {
            return word;
        }

        /** The media type, for wires that state one. */
        public String mediaType() {
            return mediaType;
        }

        /** The usual extension of a file's name. */
        public String extension() {
            return extension;
        }
    }
}
