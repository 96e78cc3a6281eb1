package io.lotwire.writing;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When something is written: when all of this holds.
 *
 * @param lots one of these is where the lots at hand are written; empty for anywhere
 * @param has fields that have a value
 * @param without fields that have none
 * @param is values that fields must have
 * @param versions versions of the document, empty for any
 * @param innermost true for the innermost level only, false for others only, null for any
 * @param shared true where other events share the line or level around, false where none does, null for either
 */
record WrittenWhen(
        Set<String> lots,
        List<Field> has,
        List<Field> without,
        Map<Field, Set<String>> is,
        Set<String> versions,
        Boolean innermost,
        Boolean shared) {
    static final WrittenWhen ALWAYS = new WrittenWhen(Set.of(), List.of(), List.of(), Map.of(), Set.of(), null, null);

    @SuppressWarnings("ReferenceEquality") // Most are this very one, and need no look at the rest.
    boolean holds(EventsAtHand atHand) {
        return this == ALWAYS
                || ((innermost == null || innermost == atHand.isInnermost())
                        && (shared == null || shared == atHand.isShared())
                        && (versions.isEmpty()
                                || versions.contains(atHand.chosen().version()))
                        && (lots.isEmpty() || lotsAreIn(atHand.chosen().lotPlaces(atHand)))
                        && haveAll(atHand)
                        && haveNone(atHand)
                        && areAll(atHand));
    }

    private boolean lotsAreIn(List<String> places) {
        for (String place : places) {
            if (lots.contains(place)) {
                return true;
            }
        }
        return false;
    }

    private boolean haveAll(EventsAtHand atHand) {
        for (Field field : has) {
            if (field.of(atHand).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private boolean haveNone(EventsAtHand atHand) {
        for (Field field : without) {
            if (!field.of(atHand).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private boolean areAll(EventsAtHand atHand) {
        for (Map.Entry<Field, Set<String>> each : is.entrySet()) {
            if (!each.getValue().contains(each.getKey().of(atHand))) {
                return false;
            }
        }
        return true;
    }
}
