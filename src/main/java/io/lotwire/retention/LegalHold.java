package io.lotwire.retention;

import java.time.Instant;
import java.util.Optional;

/**
 * An order to keep bytes whatever their retention says.
 *
 * @param id its number
 * @param scope what must be kept
 * @param why for who asks later
 * @param reference a number of those who ask for it, such as that of a case; {@code ""} for none
 * @param by who said it
 * @param since from when on
 * @param ended that it no longer stands; empty while it does
 */
public record LegalHold(
        long id, Scope scope, String why, String reference, String by, Instant since, Optional<Ended> ended) {

    /** What must be kept. */
    public sealed interface Scope {
        /** In words that end a sentence such as "kept is". */
        String words();
    }

    /** All that there is. */
    public record Everything() implements Scope {
        @Override
        public String words() {
            return "everything";
        }
    }

    /** What a partner sent and got. */
    public record OfPartner(String partner) implements Scope {
        @Override
        public String words() {
            return "what " + partner + " sent and got";
        }
    }

    /**
     * The documents that tell of a lot or of a unit that it was on, and what was made of them.
     *
     * @param lotId its number in the registry
     * @param gtin its product, where that is known
     */
    public record OfLot(long lotId, String code, Optional<String> gtin) implements Scope {
        @Override
        public String words() {
            return "what tells of lot " + code
                    + gtin.map(digits -> " of GTIN " + digits).orElse("");
        }
    }

    /** Who said that it no longer stands, when and why. */
    public record Ended(Instant at, String by, String why) {}
}
