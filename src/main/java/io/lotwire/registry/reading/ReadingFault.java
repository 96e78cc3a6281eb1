package io.lotwire.registry.reading;

import io.lotwire.problem.ProblemCode;

/** What can be wrong with a file of readings, beside its CSV. */
public enum ReadingFault implements ProblemCode {
    /** No line names a column of times and one of what was measured. */
    COLUMNS_UNKNOWN,
    /** A row with more or fewer fields than there are columns. */
    FIELD_COUNT_WRONG,
    /** It is not said which logger measured it. */
    LOGGER_MISSING,
    /** A time that is written in no known way. */
    TIME_MALFORMED,
    /** A time that may be read in two ways. */
    TIME_AMBIGUOUS,
    /** A time of which the zone is not said. */
    ZONE_MISSING,
    /** It is told to have been measured after it came in. */
    TIME_AHEAD,
    /** A value that is no number. */
    VALUE_MALFORMED,
    /** A value that cannot have been measured. */
    VALUE_IMPOSSIBLE,
    /** A logger measured two values at one moment, by this file or by an earlier one. */
    READING_DIFFERS,
    /** There is no reading in the file, or none in the stretch of time that is asked for. */
    READINGS_MISSING,
    /** There are more readings in the file than are taken at once. */
    READINGS_TOO_MANY,
    /** There are more problems than are told. */
    PROBLEMS_TOO_MANY
}
