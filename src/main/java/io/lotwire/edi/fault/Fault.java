package io.lotwire.edi.fault;

import static io.lotwire.problem.Severity.ERROR;
import static io.lotwire.problem.Severity.WARNING;

import io.lotwire.problem.ProblemCode;
import io.lotwire.problem.Severity;

/**
 * What can be wrong with X12 and EDIFACT, with the code by which an acknowledgement names it: TA105 (element I18), AK304
 * (720), AK403 (723), AK502 (718) or AK905 (716). A CONTRL names it by the codes of {@code SyntaxErrors}.
 *
 * <p>An error keeps the data from passing; a warning lets it pass and tells the sender, and is an error in places where it may
 * have put goods into the wrong place ({@code GoodsPlaces}). What may have lost data or put
 * it under the wrong parent is an error.
 */
public enum Fault implements ProblemCode {
    /** There is no interchange in the file. */
    NOT_EDI(ERROR, Level.FILE, ""),
    /** Bytes before, between or after interchanges. */
    TEXT_OUTSIDE_INTERCHANGE(WARNING, Level.FILE, ""),
    /** Values end in blanks, which carry no meaning; told once of an interchange. */
    VALUES_PADDED(WARNING, Level.FILE, ""),
    /** Values are in another character set than the interchange states; told once of an interchange. */
    CHARACTERS_GUESSED(WARNING, Level.FILE, ""),
    /** Numbers begin with a plus sign, which is never needed; told once of an interchange. */
    SIGN_NOT_NEEDED(WARNING, Level.FILE, ""),
    /** A level's number, or its parent's, is written in two ways; told once of an interchange. */
    LEVEL_NUMBER_LOOSE(WARNING, Level.FILE, ""),

    /** The ISA has not its 16 elements. */
    ISA_INCOMPLETE(ERROR, Level.INTERCHANGE, "022"),
    /** The ISA has 16 elements, but not of the fixed lengths that make 106 bytes. */
    ISA_LENGTH_WRONG(WARNING, Level.INTERCHANGE, "022"),
    /** Two delimiters are the same character. */
    DELIMITERS_COLLIDE(ERROR, Level.INTERCHANGE, "027"),
    /** ISA05 or ISA07 is no two-character qualifier, or ISA06 or ISA08 is empty. */
    INTERCHANGE_PARTY_INVALID(ERROR, Level.INTERCHANGE, "006"),
    /** ISA08 is nobody that this gateway receives for. */
    INTERCHANGE_RECEIVER_UNKNOWN(ERROR, Level.INTERCHANGE, "009"),
    /** ISA06 is nobody that this gateway has an agreement with. */
    INTERCHANGE_SENDER_UNKNOWN(ERROR, Level.INTERCHANGE, "006"),
    /** ISA09 is no date. */
    INTERCHANGE_DATE_INVALID(WARNING, Level.INTERCHANGE, "014"),
    /** ISA10 is no time. */
    INTERCHANGE_TIME_INVALID(WARNING, Level.INTERCHANGE, "015"),
    /** ISA12 is not five digits. */
    INTERCHANGE_VERSION_INVALID(WARNING, Level.INTERCHANGE, "017"),
    /** ISA13 is not nine digits. */
    INTERCHANGE_CONTROL_NUMBER_INVALID(WARNING, Level.INTERCHANGE, "018"),
    /** ISA15 is none of P, T, I. */
    USAGE_INVALID(WARNING, Level.INTERCHANGE, "020"),
    /** The same ISA13 came twice from one sender. */
    INTERCHANGE_DUPLICATE(ERROR, Level.INTERCHANGE, "025"),
    /** ISA15 says that it is a test, where only production was agreed on. */
    TEST_NOT_AGREED(ERROR, Level.INTERCHANGE, "020"),
    /** IEA02 is not ISA13. */
    INTERCHANGE_CONTROL_NUMBER_MISMATCH(ERROR, Level.INTERCHANGE, "001"),
    /** IEA01 is not the number of groups. */
    GROUP_COUNT_WRONG(ERROR, Level.INTERCHANGE, "021"),
    /** The interchange stops without IEA. */
    INTERCHANGE_TRAILER_MISSING(ERROR, Level.INTERCHANGE, "023"),
    /** A segment stands between groups where none may stand. */
    SEGMENT_OUTSIDE_GROUP(ERROR, Level.INTERCHANGE, "022"),
    /** The last segment of the file has no terminator. */
    LAST_SEGMENT_UNTERMINATED(WARNING, Level.INTERCHANGE, "004"),
    /** Blanks stand beside the ISA's terminator, such as those that indent the lines of a file whose terminator is a line end. */
    BLANKS_BESIDE_TERMINATOR(WARNING, Level.FILE, ""),
    /** The rules of the version or directory are not known: those of another one were held against it. */
    CHECKED_BY_ANOTHER_VERSION(WARNING, Level.FILE, ""),
    /** There is nothing between two terminators. */
    SEGMENT_EMPTY(WARNING, Level.INTERCHANGE, "022"),
    /** Transaction sets or a GE stand outside any group. */
    GROUP_HEADER_MISSING(ERROR, Level.INTERCHANGE, "024"),
    /** An interchange has more transaction sets and groups than the limit. */
    INTERCHANGE_TOO_LARGE(ERROR, Level.INTERCHANGE, "024"),
    /** More problems than are kept. */
    PROBLEMS_TOO_MANY(ERROR, Level.SET, "5"),

    /** GS08 is no version that X12 ever published. */
    VERSION_UNKNOWN(ERROR, Level.GROUP, "2"),
    /** GS08 is a version that there is no grammar for. */
    VERSION_NOT_SUPPORTED(WARNING, Level.GROUP, "2"),
    /** The group stops without GE. */
    GROUP_TRAILER_MISSING(ERROR, Level.GROUP, "3"),
    /** GE02 is not GS06. */
    GROUP_CONTROL_NUMBER_MISMATCH(ERROR, Level.GROUP, "4"),
    /** GE01 is not the number of transaction sets. */
    SET_COUNT_WRONG(ERROR, Level.GROUP, "5"),
    /** GS06 is no number of one to nine digits. */
    GROUP_CONTROL_NUMBER_INVALID(WARNING, Level.GROUP, "6"),
    /** Two groups of one interchange have the same GS06. */
    GROUP_CONTROL_NUMBER_DUPLICATE(ERROR, Level.GROUP, "6"),
    /** A mandatory element of GS is not there. */
    GROUP_HEADER_INCOMPLETE(ERROR, Level.GROUP, "1"),
    /** A segment stands between transaction sets. */
    SEGMENT_OUTSIDE_SET(ERROR, Level.GROUP, "1"),

    /** There is no grammar for the set. */
    SET_NOT_SUPPORTED(ERROR, Level.SET, "1"),
    /** The set stops without SE. */
    SET_TRAILER_MISSING(ERROR, Level.SET, "2"),
    /** SE02 is not ST02. */
    SET_CONTROL_NUMBER_MISMATCH(ERROR, Level.SET, "3"),
    /** SE01 is not the number of segments. */
    SEGMENT_COUNT_WRONG(ERROR, Level.SET, "4"),
    /** ST01 is empty. */
    SET_ID_MISSING(ERROR, Level.SET, "6"),
    /** The group is of another kind than the set (GS01 against ST01). */
    SET_NOT_IN_GROUP(WARNING, Level.SET, "6"),
    /** ST02 is not four to nine characters. */
    SET_CONTROL_NUMBER_INVALID(WARNING, Level.SET, "7"),
    /** ST02 came before in the same group. */
    SET_CONTROL_NUMBER_DUPLICATE(ERROR, Level.SET, "23"),
    /** A transaction set is larger than the limit. */
    SET_TOO_LARGE(ERROR, Level.SET, "5"),

    /** No segment has this identifier. */
    SEGMENT_UNRECOGNISED(ERROR, Level.SEGMENT, "1"),
    /** The segment belongs to the set, but not here. */
    SEGMENT_UNEXPECTED(WARNING, Level.SEGMENT, "2"),
    /** A mandatory segment is not there. */
    SEGMENT_MISSING(ERROR, Level.SEGMENT, "3"),
    /** A loop comes more often than it may. */
    LOOP_TOO_MANY(WARNING, Level.SEGMENT, "4"),
    /** A segment comes more often than it may. */
    SEGMENT_TOO_MANY(WARNING, Level.SEGMENT, "5"),
    /** A segment that the partner's guide does not use. */
    SEGMENT_NOT_USED(WARNING, Level.SEGMENT, "2"),
    /** The segment does not belong to this set. */
    SEGMENT_NOT_IN_SET(ERROR, Level.SEGMENT, "6"),
    /** The segment comes after one that it should come before. */
    SEGMENT_OUT_OF_SEQUENCE(WARNING, Level.SEGMENT, "7"),
    /** A segment is longer than the limit. */
    SEGMENT_TOO_LARGE(ERROR, Level.SEGMENT, "8"),

    /** A mandatory element is not there. */
    ELEMENT_MISSING(ERROR, Level.ELEMENT, "1"),
    /** An element is not there that another element, or the lack of another, calls for. */
    CONDITIONAL_ELEMENT_MISSING(WARNING, Level.ELEMENT, "2"),
    /** An element is there that another element excludes. */
    ELEMENT_EXCLUDED(WARNING, Level.ELEMENT, "10"),
    /** More elements than the segment has. */
    ELEMENT_TOO_MANY(WARNING, Level.ELEMENT, "3"),
    /** Fewer characters than the element must have. */
    ELEMENT_TOO_SHORT(WARNING, Level.ELEMENT, "4"),
    /** More characters than the element may have. */
    ELEMENT_TOO_LONG(WARNING, Level.ELEMENT, "5"),
    /** A character that the element's type does not allow. */
    CHARACTER_INVALID(WARNING, Level.ELEMENT, "6"),
    /** A code that its list does not have. */
    CODE_INVALID(WARNING, Level.ELEMENT, "7"),
    /** A code that the standard has, but the partner's guide does not use. */
    CODE_NOT_USED(WARNING, Level.ELEMENT, "7"),
    /** A date that does not exist. */
    DATE_INVALID(WARNING, Level.ELEMENT, "8"),
    /** A time that does not exist. */
    TIME_INVALID(WARNING, Level.ELEMENT, "9"),
    /** A GTIN, SSCC or GLN that has not its number of digits, or another check digit. */
    CHECK_DIGIT_WRONG(WARNING, Level.ELEMENT, "7"),
    /** An element that the partner's guide does not use. */
    ELEMENT_NOT_USED(WARNING, Level.ELEMENT, "10"),
    /** More repetitions than the element may have. */
    REPETITION_TOO_MANY(WARNING, Level.ELEMENT, "12"),
    /** More components than the element has. */
    COMPONENT_TOO_MANY(WARNING, Level.ELEMENT, "13"),

    /** The document does not say its own number, which the standard lets it leave out, so it cannot be told from another. */
    DOCUMENT_NUMBER_MISSING(ERROR, Level.ELEMENT, "1"),

    /** HL01 came before. */
    LEVEL_REPEATED(ERROR, Level.ELEMENT, "7"),
    /** HL02 names a level that does not exist. */
    LEVEL_PARENT_UNKNOWN(ERROR, Level.ELEMENT, "7"),
    /** HL02 names a level that comes later. */
    LEVEL_PARENT_LATER(ERROR, Level.ELEMENT, "7"),
    /** Following HL02 leads back to the level itself. */
    LEVEL_CYCLE(ERROR, Level.ELEMENT, "7"),
    /** A level below the first names no parent. */
    LEVEL_PARENT_MISSING(ERROR, Level.ELEMENT, "2"),
    /** More levels above one another than the limit. */
    LEVEL_TOO_DEEP(ERROR, Level.ELEMENT, "7"),
    /** CTT01 is not the number of levels. */
    LEVEL_COUNT_WRONG(WARNING, Level.ELEMENT, "7"),

    /** A value to be written holds a delimiter of its interchange, or a control character. */
    DELIMITER_IN_DATA(ERROR, Level.WRITING, "6"),
    /** A value to be written is longer than its element. */
    VALUE_TOO_LONG(ERROR, Level.WRITING, "5"),
    /** A value that must be written is not given. */
    VALUE_MISSING(ERROR, Level.WRITING, "1"),
    /** A value to be written is not what its element takes. */
    VALUE_INVALID(ERROR, Level.WRITING, "7"),

    /** An answer cannot be written: there is nobody to answer, or their names do not fit. */
    ANSWER_NOT_WRITTEN(ERROR, Level.WRITING, ""),
    /** No answer of the kind that was asked for is due. */
    ANSWER_NOT_DUE(WARNING, Level.WRITING, ""),

    /** The UNB has not its first elements, or its separators are not known. */
    UNB_INCOMPLETE(ERROR, Level.INTERCHANGE, "022"),
    /** UNB01 is no syntax identifier and version of EDIFACT. */
    SYNTAX_NOT_SUPPORTED(ERROR, Level.INTERCHANGE, "017"),
    /** UNZ01 is not the number of messages of an interchange without groups. */
    MESSAGE_COUNT_WRONG(ERROR, Level.INTERCHANGE, "021"),
    /** An interchange has both groups and messages outside them. */
    GROUPS_MIXED(WARNING, Level.INTERCHANGE, "022"),
    /** BIN02 has not as many bytes as BIN01 says. */
    BINARY_LENGTH_WRONG(ERROR, Level.ELEMENT, "7"),
    /** CTT, CNT, W03, W14 or W76 states another number of lines, or another sum of their quantities, than came. */
    CONTROL_TOTAL_WRONG(WARNING, Level.ELEMENT, "7");

    /** What a fault is a fault of; it decides which acknowledgement segment names it. */
    public enum Level {
        /** Nothing acknowledges it. */
        FILE,
        /** TA105. */
        INTERCHANGE,
        /** AK905. */
        GROUP,
        /** AK502. */
        SET,
        /** AK304. */
        SEGMENT,
        /** AK403. */
        ELEMENT,
        /** It is ours to mend before anything is sent. */
        WRITING
    }

    private final Severity severity;
    private final Level level;
    private final String code;

    Fault(Severity severity, Level level, String code) {
        this.severity = severity;
        this.level = level;
        this.code = code;
    }

    /** Whether the data may pass all the same. */
    public Severity severity() {
        return severity;
    }

    /** What it is a fault of. */
    public Level level() {
        return level;
    }

    /** The X12 code in the acknowledgement segment of its level; {@code ""} for faults of a file. */
    public String code() {
        return code;
    }
}
