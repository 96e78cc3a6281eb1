package io.lotwire.edi.fault;

import java.util.Optional;

/**
 * Faults of a transaction set that an agreement may treat alike: reject the set, or accept it with errors. A fault that
 * may have lost data or put it under the wrong parent is in no class and always rejects.
 */
public enum FaultClass {
    /** A mandatory or conditional segment or element is not there. */
    MISSING,
    /** Segments that are unknown, in the wrong place, or too many. */
    STRUCTURE,
    /** More elements, components or repetitions than there are. */
    SURPLUS,
    /** Too few or too many characters. */
    LENGTH,
    /** Characters that the element's type does not allow. */
    CHARACTER,
    /** Codes that are not in their list, that of the standard or of the partner's guide. */
    CODE,
    /** Dates and times that do not exist. */
    DATE,
    /** GTIN, SSCC and GLN with a wrong check digit. */
    KEY,
    /** What the partner's guide does not use. */
    GUIDE,
    /** SE01 and CTT01 that do not count what came. */
    COUNT;

    /** The class of a fault; empty for one that no agreement changes. */
    public static Optional<FaultClass> of(Fault fault) {
        return switch (fault) {
            case SEGMENT_MISSING, ELEMENT_MISSING, CONDITIONAL_ELEMENT_MISSING -> Optional.of(MISSING);
            case SEGMENT_UNRECOGNISED,
                    SEGMENT_UNEXPECTED,
                    SEGMENT_NOT_IN_SET,
                    SEGMENT_OUT_OF_SEQUENCE,
                    SEGMENT_TOO_MANY,
                    LOOP_TOO_MANY,
                    SEGMENT_EMPTY -> Optional.of(STRUCTURE);
            case ELEMENT_TOO_MANY, COMPONENT_TOO_MANY, REPETITION_TOO_MANY, ELEMENT_EXCLUDED -> Optional.of(SURPLUS);
            case ELEMENT_TOO_SHORT, ELEMENT_TOO_LONG -> Optional.of(LENGTH);
            case CHARACTER_INVALID -> Optional.of(CHARACTER);
            case CODE_INVALID, CODE_NOT_USED -> Optional.of(CODE);
            case DATE_INVALID, TIME_INVALID -> Optional.of(DATE);
            case CHECK_DIGIT_WRONG -> Optional.of(KEY);
            case SEGMENT_NOT_USED, ELEMENT_NOT_USED -> Optional.of(GUIDE);
            case SEGMENT_COUNT_WRONG, LEVEL_COUNT_WRONG -> Optional.of(COUNT);
            default -> Optional.empty();
        };
    }
}
