package io.lotwire.ledger;

import java.util.Map;

/**
 * What a wire confirmed.
 *
 * @param words what was confirmed, for people
 * @param facts the same in parts, such as {@code mic}
 */
public record Confirmation(String words, Map<String, String> facts) {
    public Confirmation {
        facts = Map.copyOf(facts);
    }
}
