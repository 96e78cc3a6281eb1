package io.lotwire.registry.importing;

import io.lotwire.problem.ProblemCode;

/** What can be wrong with a file of master data, beside its CSV. */
public enum ImportFault implements ProblemCode {
    /** There is nothing in the file. */
    FILE_EMPTY,
    /** The file is no JSON. */
    JSON_MALFORMED,
    /** It is not said whether lots, products or parties are meant. */
    KIND_UNKNOWN,
    /** A column or key that its kind does not have. */
    FACT_UNKNOWN,
    /** A column that is there twice. */
    FACT_REPEATED,
    /** A row with more or fewer fields than the header. */
    FIELD_COUNT_WRONG,
    /** A value that its fact cannot have, such as a GTIN with a wrong check digit. */
    VALUE_MALFORMED,
    /** A record without what tells it from others. */
    KEY_MISSING,
    /** A record that is in the file twice. */
    RECORD_REPEATED,
    /** A record of which several that are known could be meant. */
    RECORD_AMBIGUOUS,
    /** A lot whose code another source is said to have assigned than is known. */
    SOURCE_REASSIGNED,
    /** A party below one that is not known. */
    PARENT_UNKNOWN,
    /** There are more problems than are told. */
    PROBLEMS_TOO_MANY
}
