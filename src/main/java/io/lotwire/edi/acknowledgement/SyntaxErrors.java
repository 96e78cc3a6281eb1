package io.lotwire.edi.acknowledgement;

import io.lotwire.edi.fault.Fault;

/** How a CONTRL names what is wrong: the syntax error codes of element 0085 (ISO 9735). */
public final class SyntaxErrors {
    private static final String UNSPECIFIED = "18";

    private SyntaxErrors() {}

    /** The code of a fault. */
    static String code(Fault fault) {
        return switch (fault) {
            case SYNTAX_NOT_SUPPORTED, INTERCHANGE_VERSION_INVALID -> "2";
            case INTERCHANGE_RECEIVER_UNKNOWN -> "7";
            case INTERCHANGE_SENDER_UNKNOWN -> "23";
            case TEST_NOT_AGREED -> "25";
            case INTERCHANGE_DUPLICATE, GROUP_CONTROL_NUMBER_DUPLICATE, SET_CONTROL_NUMBER_DUPLICATE -> "26";
            case INTERCHANGE_CONTROL_NUMBER_MISMATCH, GROUP_CONTROL_NUMBER_MISMATCH, SET_CONTROL_NUMBER_MISMATCH ->
                "28";
            case GROUP_COUNT_WRONG, MESSAGE_COUNT_WRONG, SET_COUNT_WRONG, SEGMENT_COUNT_WRONG, CONTROL_TOTAL_WRONG ->
                "29";
            case GROUPS_MIXED -> "30";
            case SEGMENT_OUTSIDE_GROUP, SEGMENT_OUTSIDE_SET -> "33";
            case SEGMENT_TOO_MANY -> "35";
            case LOOP_TOO_MANY -> "36";
            case CHARACTER_INVALID -> "37";
            case ELEMENT_TOO_LONG -> "39";
            case ELEMENT_TOO_SHORT -> "40";
            case DELIMITERS_COLLIDE, LAST_SEGMENT_UNTERMINATED -> "22";
            case SET_NOT_SUPPORTED -> "14";
            case ELEMENT_TOO_MANY, COMPONENT_TOO_MANY, REPETITION_TOO_MANY -> "16";
            case INTERCHANGE_TRAILER_MISSING,
                    GROUP_HEADER_MISSING,
                    GROUP_TRAILER_MISSING,
                    GROUP_HEADER_INCOMPLETE,
                    SET_TRAILER_MISSING,
                    SET_ID_MISSING,
                    SEGMENT_MISSING,
                    ELEMENT_MISSING,
                    DOCUMENT_NUMBER_MISSING,
                    CONDITIONAL_ELEMENT_MISSING -> "13";
            case SEGMENT_UNRECOGNISED,
                    SEGMENT_UNEXPECTED,
                    SEGMENT_NOT_IN_SET,
                    SEGMENT_NOT_USED,
                    SEGMENT_OUT_OF_SEQUENCE,
                    ELEMENT_NOT_USED -> "15";
            case INTERCHANGE_PARTY_INVALID,
                    INTERCHANGE_DATE_INVALID,
                    INTERCHANGE_TIME_INVALID,
                    INTERCHANGE_CONTROL_NUMBER_INVALID,
                    SET_CONTROL_NUMBER_INVALID,
                    CODE_INVALID,
                    CODE_NOT_USED,
                    DATE_INVALID,
                    CHECK_DIGIT_WRONG,
                    LEVEL_REPEATED,
                    LEVEL_PARENT_UNKNOWN,
                    LEVEL_PARENT_LATER,
                    LEVEL_CYCLE,
                    LEVEL_TOO_DEEP -> "12";
            default -> UNSPECIFIED;
        };
    }
}
