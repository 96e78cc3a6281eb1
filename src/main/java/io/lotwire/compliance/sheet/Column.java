package io.lotwire.compliance.sheet;

import io.lotwire.compliance.Fact;
import java.util.Optional;

/**
 * A column of a spreadsheet.
 *
 * @param letter its place, such as {@code AB}
 * @param header its first cell, to the character
 * @param fact what fills it; empty where no document tells it
 */
public record Column(String letter, String header, Optional<Fact> fact) {
    /** One without a place of its own. */
    static Column of(String header) {
        return new Column("", header, Optional.empty());
    }

    /** Its place, counted from 0. */
    int index() {
        int index = 0;
        for (int i = 0; i < letter.length(); i++) {
            index = index * ('Z' - 'A' + 1) + letter.charAt(i) - 'A' + 1;
        }
        return index - 1;
    }
}
