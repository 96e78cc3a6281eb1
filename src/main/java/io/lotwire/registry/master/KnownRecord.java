package io.lotwire.registry.master;

import java.util.Map;
import java.util.Optional;

/**
 * A record as it is kept.
 *
 * @param kind what it is
 * @param id its number
 * @param facts what is known of it, as it is kept; what is not known is not there
 * @param attributes its further facts, by names of the owner's
 */
public record KnownRecord(RecordKind kind, long id, Map<Fact, String> facts, Map<String, String> attributes) {
    public KnownRecord {
        facts = Map.copyOf(facts);
        attributes = Map.copyOf(attributes);
    }

    /** A fact by its name in CSV, as it is kept. */
    public Optional<String> fact(String name) {
        return facts.entrySet().stream()
                .filter(each -> each.getKey().name().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
