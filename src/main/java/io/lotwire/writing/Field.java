package io.lotwire.writing;

import java.util.Set;

/** Something that events, or the document that is being written, have. */
public final class Field {
    private final String name;
    private final Kind kind;
    private final Set<Fact> facts;
    private final Source source;
    private final String referenceType;

    /** What it means for a segment that a field has a value. */
    enum Kind {
        /** Says something about the goods: the segment is worth writing. */
        DATA,
        /** A counter or a qualifier, which alone says nothing. */
        FORM
    }

    /** Where the value is taken. */
    interface Source {
        /** The value; {@code ""} when there is none, or the events at hand do not agree on it. */
        String of(EventsAtHand atHand);
    }

    Field(String name, Kind kind, Set<Fact> facts, Source source) {
        this(name, kind, facts, source, "");
    }

    private Field(String name, Kind kind, Set<Fact> facts, Source source, String referenceType) {
        this.name = name;
        this.kind = kind;
        this.facts = Set.copyOf(facts);
        this.source = source;
        this.referenceType = referenceType;
    }

    /** The first reference of a type. */
    static Field ofReference(String name, String type, Source source) {
        return new Field(name, Kind.DATA, Set.of(), source, type);
    }

    String name() {
        return name;
    }

    Kind kind() {
        return kind;
    }

    /** The value at hand; {@code ""} also where the profile leaves out what it would tell. */
    String of(EventsAtHand atHand) {
        return isLeftOut(atHand) ? "" : source.of(atHand);
    }

    /** A sum of quantities is always told: what can be left out is each lot's own. */
    private boolean isLeftOut(EventsAtHand atHand) {
        return !facts.isEmpty()
                && atHand.chosen().leavesOutAll(facts)
                && !facts.contains(Fact.QUANTITY)
                && !atHand.isOfOtherParty();
    }

    /** The type of the reference that it is; {@code ""} when it is none. */
    String referenceType() {
        return referenceType;
    }

    /** What its value tells of the events at hand. */
    Set<Fact> facts() {
        return facts;
    }
}
