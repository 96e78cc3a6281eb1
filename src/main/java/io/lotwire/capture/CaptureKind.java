package io.lotwire.capture;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A kind of document that is read without any mapping. */
public enum CaptureKind {
    /** Lot events as {@code mappings/lot-event.schema.json} describes them. */
    LOT_EVENTS("lot-events"),
    /** What scanners read, and what was done there. */
    SCANS("scans");

    private final String document;

    CaptureKind(String document) {
        this.document = document;
    }

    /** What profiles call it. */
    public String document() {
        return document;
    }

    /** Names of files that are such documents, whatever else a profile names; {@code *} stands for any characters. */
    public List<String> files() {
        return List.of(document + "*.json", document + "*.ndjson");
    }

    /** The kind of a document; empty for one that a mapping reads. */
    public static Optional<CaptureKind> of(String document) {
        return Stream.of(values())
                .filter(kind -> kind.document.equals(document))
                .findFirst();
    }
}
