package io.lotwire.traffic;

import java.time.Instant;
import java.util.Optional;

/** Something that was found. */
public sealed interface Hit {
    /**
     * A file that came in.
     *
     * @param id its number in the inbox
     * @param partner who sent it; {@code ""} when unknown
     * @param name its name, or the Message-ID where it has none
     * @param receivedAt when it came
     */
    record OfFile(long id, String partner, String name, Instant receivedAt) implements Hit {}

    /**
     * A document in a file.
     *
     * @param id its number
     * @param inboxId that of its file
     * @param ordinal its place in the file, from 1
     * @param partner who sent it
     * @param words such as {@code 856 4711}
     * @param receivedAt when its file came
     */
    record OfDocument(long id, long inboxId, int ordinal, String partner, String words, Instant receivedAt)
            implements Hit {}

    /**
     * A delivery.
     *
     * @param id its number
     * @param partner to whom
     * @param words what it brings
     * @param createdAt when it was made
     */
    record OfDelivery(long id, String partner, String words, Instant createdAt) implements Hit {}

    /**
     * A lot.
     *
     * @param code its code
     * @param gtin its product, in 14 digits; empty where none is known
     */
    record OfLot(String code, Optional<String> gtin) implements Hit {}

    /**
     * A logistic unit.
     *
     * @param sscc its 18 digits
     */
    record OfUnit(String sscc) implements Hit {}

    /**
     * A partner.
     *
     * @param name their profile
     */
    record OfPartner(String name) implements Hit {}
}
