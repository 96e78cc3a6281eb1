package io.lotwire.registry.signal;

import java.util.List;

/**
 * A lot that may be in trouble, by what it has in common with lots that were. Its score is a count of reasons, each of which can be read.
 *
 * @param code its code, to the character
 * @param gtin its product, {@code ""} where no GTIN is known
 * @param description the product in words, {@code ""} where not known
 * @param own what is wrong with itself
 * @param signals what it has in common with others
 */
public record LotAtRisk(String code, String gtin, String description, List<Trouble> own, List<Signal> signals) {
    public LotAtRisk {
        own = List.copyOf(own);
        signals = List.copyOf(signals);
    }

    /** How many reasons there are. */
    public int score() {
        return own.size() + signals.size();
    }
}
