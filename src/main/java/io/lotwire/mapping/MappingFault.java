package io.lotwire.mapping;

import io.lotwire.problem.ProblemCode;

/** What can be wrong with a mapping file, or with a document that a mapping reads. */
public enum MappingFault implements ProblemCode {
    /** A mapping file is no YAML, lacks a key, has an unknown one or a value of the wrong kind. */
    MAPPING_INVALID,
    /** A mapping failed on a document, for a reason that is in neither. */
    MAPPING_FAILED,
    /** No mapping is there for the document; no error where documents of its kind never state lots. */
    NO_MAPPING,
    /** The document does not say its own number, so it cannot be told from another. */
    DOCUMENT_NUMBER_MISSING,
    /** The document states no goods at all. */
    NOTHING_STATED,
    /** The document says with an unknown code what it means to do; it is taken for an original. */
    PURPOSE_UNKNOWN,
    /** A line states that nothing moved, so it gives no event. */
    NOTHING_MOVED,
    /** A line states that less than nothing moved, so it gives no event. */
    QUANTITY_NEGATIVE,
    /** A level states several items at once, and has levels below it whose item nobody can tell. */
    ITEMS_NOT_APART,
    /** A segment states goods where no loop takes them up. */
    GOODS_OUT_OF_PLACE,
    /** What should be a GS1 element string is none, and nothing else is stated there. */
    ELEMENT_STRING_UNREADABLE,
    /** An item has no lot, and the partner's profile says that lots are required. */
    LOT_REQUIRED;

    /** What {@link #LOT_REQUIRED} says: to our own people, and to the sender in an 824. */
    public static final String LOT_REQUIRED_SENTENCE =
            "The item has no lot, but the agreement asks for one: send the document again with it.";
}
