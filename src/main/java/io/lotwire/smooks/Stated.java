package io.lotwire.smooks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one element of a file states.
 *
 * @param fields fields and their texts, in the order of the configuration; none is empty
 * @param record the record it begins with, from 1; 0 when not known
 */
record Stated(Map<String, String> fields, int record) {
    /** Fields that say where a level stands; no level inherits them. */
    private static final Set<String> OWN = Set.of(
            EventField.LEVEL,
            EventField.WITHIN,
            EventField.RECORD,
            EventField.OFFSET,
            EventField.LENGTH,
            EventField.PARENT_SSCC);

    /** The text of a field, {@code ""} when it is not stated. */
    String get(String field) {
        return fields.getOrDefault(field, "");
    }

    boolean states(String statement) {
        return fields.keySet().stream()
                .anyMatch(name -> EventField.statement(name).equals(statement));
    }

    /** True when it speaks of goods, and not only of the journey. */
    boolean statesGoods() {
        return states(EventField.ITEM) || states(EventField.LOT) || states(EventField.QUANTITY);
    }

    /** The same with what another says that this one does not, whole statements only. */
    Stated within(Map<String, String> around) {
        Set<String> own = fields.keySet().stream().map(EventField::statement).collect(Collectors.toSet());
        Map<String, String> all = new LinkedHashMap<>(fields);
        around.forEach((name, text) -> {
            if (!OWN.contains(name) && !own.contains(EventField.statement(name))) {
                all.put(name, text);
            }
        });
        return new Stated(all, record);
    }

    Stated with(String field, String text) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put(field, text);
        return new Stated(all, record);
    }

    Stated without(String statement) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.keySet().removeIf(name -> EventField.statement(name).equals(statement));
        return new Stated(all, record);
    }
}
