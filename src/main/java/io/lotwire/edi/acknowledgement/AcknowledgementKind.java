package io.lotwire.edi.acknowledgement;

import io.lotwire.edi.fault.Fault;
import java.util.List;
import java.util.Optional;

/**
 * The documents that acknowledge others. The two of X12 acknowledge a functional group and say the same; the second can
 * also speak of a guide. That of EDIFACT acknowledges an interchange; {@link Contrl} writes and reads it.
 */
public enum AcknowledgementKind {
    /** 997, functional acknowledgement: the group against the standard. */
    FUNCTIONAL("997", "AK"),
    /** 999, implementation acknowledgement (from 005010 on): the group against the standard and the partner's guide. */
    IMPLEMENTATION("999", "IK"),
    /** CONTRL, EDIFACT's syntax and service report. */
    SYNTAX_REPORT("CONTRL", "UC");

    /** The two of X12. */
    public static final List<AcknowledgementKind> OF_GROUPS = List.of(FUNCTIONAL, IMPLEMENTATION);

    /** The version that brought codes 12 and 13 to element 723, and the 999. */
    private static final String FIFTH_RELEASE = "005010";

    private final String set;
    private final String prefix;

    AcknowledgementKind(String set, String prefix) {
        this.set = set;
        this.prefix = prefix;
    }

    /** The kind of X12 whose transaction set has this identifier (ST01). */
    public static Optional<AcknowledgementKind> of(String set) {
        for (AcknowledgementKind kind : OF_GROUPS) {
            if (kind.set.equals(set)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** ST01, {@code 997} or {@code 999}; {@code CONTRL}. */
    public String set() {
        return set;
    }

    /** A segment of its own: {@code AK3} or {@code IK3} for 3. */
    String segment(int number) {
        return prefix + number;
    }

    /**
     * The code by which an acknowledgement of a version names a fault: elements 720, 723, 718 and 716 in a 997; 620, 621,
     * 618 and 716 in a 999, which have codes of their own for what a guide forbids.
     */
    String code(Fault fault, String version) {
        if (this == IMPLEMENTATION) {
            return switch (fault) {
                case SEGMENT_NOT_USED -> "I4";
                case ELEMENT_NOT_USED -> "I10";
                case CODE_NOT_USED -> "I6";
                case SET_NOT_IN_GROUP -> "18";
                case GROUP_CONTROL_NUMBER_DUPLICATE -> "19";
                default -> fault.code();
            };
        }
        boolean tooMany = fault == Fault.REPETITION_TOO_MANY || fault == Fault.COMPONENT_TOO_MANY;
        return tooMany && version.compareTo(FIFTH_RELEASE) < 0 ? Fault.ELEMENT_TOO_MANY.code() : fault.code();
    }

    /** True for a fault against a guide that this kind has a code of its own for. */
    boolean isOfGuide(Fault fault) {
        return this == IMPLEMENTATION
                && (fault == Fault.SEGMENT_NOT_USED || fault == Fault.ELEMENT_NOT_USED || fault == Fault.CODE_NOT_USED);
    }
}
