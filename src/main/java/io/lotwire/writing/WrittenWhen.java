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

    boolean holds(EventsAtHand atHand) {
        return (versions.isEmpty() || versions.contains(atHand.chosen().version()))
                && (innermost == null || innermost == atHand.isInnermost())
                && (shared == null || shared == atHand.isShared())
                && has.stream().noneMatch(field -> field.of(atHand).isEmpty())
                && without.stream().allMatch(field -> field.of(atHand).isEmpty())
                && is.entrySet().stream()
                        .allMatch(each -> each.getValue().contains(each.getKey().of(atHand)))
                && (lots.isEmpty() || atHand.chosen().lotPlaces(atHand).stream().anyMatch(lots::contains));
    }
}
