package io.lotwire.capture;

import io.lotwire.lot.Purpose;
import java.util.Optional;

/**
 * What a file says of itself as a document, in an object before its events: {@code {"document": {"number": "WO-17", "purpose":
 * "replace"}}}.
 *
 * @param number the document's number, {@code ""} when it has none
 * @param stated what it means to do with what was said before; empty when it does not say
 */
record DocumentFields(String number, Optional<Purpose> stated) {
    /** The name of the field that makes an object one. */
    static final String NAME = "document";

    /** A document that says nothing of itself. */
    static final DocumentFields NONE = new DocumentFields("", Optional.empty());

    /** Reads the object. */
    static DocumentFields read(Fields fields) {
        DocumentFields document = fields.read(
                        NAME,
                        each -> new DocumentFields(each.requiredText("number"), each.word(Purpose.class, "purpose")))
                .orElse(NONE);
        fields.end();
        return document;
    }

    /** What the document as a whole means to do. */
    Purpose purpose() {
        return stated.orElse(Purpose.ORIGINAL);
    }

    /** What an event of it means to do: what it says itself, and nothing else than the document. */
    Purpose purpose(Fields event) {
        Optional<Purpose> own = event.word(Purpose.class, "purpose");
        if (own.isPresent() && stated.isPresent() && own.get() != stated.get()) {
            event.error(
                    "purpose",
                    CaptureFault.FIELD_INVALID,
                    "It is not that of the document in the first line: leave it out, or send two files.");
        }
        return own.orElseGet(this::purpose);
    }
}
