package io.lotwire.writing;

/** Something that events, or the document that is being written, have. */
final class Field {
    private final String name;
    private final Kind kind;
    private final Source source;

    /** What it means for a segment that a field has a value. */
    enum Kind {
        /** Says something about the goods: the segment is worth writing. */
        DATA,
        /** The code of the lot. */
        LOT,
        /** The number of the logistic unit. */
        UNIT,
        /** A counter or a qualifier, which alone says nothing. */
        FORM
    }

    /** Where the value is taken. */
    interface Source {
        /** The value; {@code ""} when there is none, or the events at hand do not agree on it. */
        String of(Scope scope);
    }

    Field(String name, Kind kind, Source source) {
        this.name = name;
        this.kind = kind;
        this.source = source;
    }

    String name() {
        return name;
    }

    Kind kind() {
        return kind;
    }

    String of(Scope scope) {
        return source.of(scope);
    }
}
