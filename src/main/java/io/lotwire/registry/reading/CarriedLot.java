package io.lotwire.registry.reading;

import java.util.Optional;

/**
 * A lot that a logger was with.
 *
 * @param id its number in the registry
 * @param code its code, to the character
 * @param gtin its product; empty where no GTIN is known
 * @param description the product in words, {@code ""} when not known
 * @param range what the product bears
 */
public record CarriedLot(long id, String code, Optional<String> gtin, String description, TemperatureRange range) {
    /** The lot in words. */
    public String words() {
        return "Lot " + code + gtin.map(digits -> ", GTIN " + digits).orElse("")
                + (description.isEmpty() ? "" : ", " + description);
    }
}
