package io.lotwire.registry.master;

import java.time.Instant;

/**
 * What a person said of a record.
 *
 * @param at when
 * @param by who
 * @param why why, {@code ""} when nothing was said
 * @param field which fact, by its name in CSV; {@code ""}: the record was made
 * @param before what was known before, {@code ""} for nothing
 * @param after what is known since
 */
public record RegistryChange(Instant at, String by, String why, String field, String before, String after) {
    /** True when it made the record. */
    public boolean isBeginning() {
        return field.isEmpty();
    }
}
