package io.lotwire.writing;

import io.lotwire.problem.ProblemCode;

/** What can be wrong with an out-mapping, with what a profile chooses in it, or with events that it is to write. */
public enum WritingFault implements ProblemCode {
    /** An out-mapping is no YAML, lacks a key, has an unknown one, or names what does not exist. */
    OUT_MAPPING_INVALID,
    /** A profile chooses what the out-mapping does not offer. */
    CHOICE_NOT_OFFERED,
    /** The events cannot be one document of this kind: too many shipments, or none, or another kind of event. */
    EVENTS_DO_NOT_FIT,
    /** A value has no code in the out-mapping. */
    CODE_UNKNOWN,
    /** A unit of one standard has no sure counterpart in that of the document. */
    UNIT_UNSURE,
    /** A fact of an event would be lost: no place of the document was chosen that holds it. */
    NO_PLACE,
    /** A template does not work, or a value is too long for its place in it. */
    TEMPLATE_FAILED,
    /** What was written is no good document by our own grammar. */
    DOCUMENT_INVALID
}
