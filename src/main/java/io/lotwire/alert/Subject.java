package io.lotwire.alert;

import io.lotwire.ledger.ToWrite;

/**
 * What doubts are about that are told of together.
 *
 * @param identity the same for the same document, however often it comes; the same doubt about it is told of once
 * @param words what it is for people, such as {@code 945 0080012345 of harbor-3pl}
 * @param partner who sent it, by profile name; {@code ""} when nobody did
 * @param document what it is, such as {@code 945}; {@code ""} for no document
 * @param documentNumber its own number, {@code ""} for none
 * @param setId its number in the ledger, 0 for none
 */
public record Subject(
        String identity, String words, String partner, String document, String documentNumber, long setId) {
    /** A document. */
    public static Subject ofDocument(String partner, String document, String number, long setId) {
        return new Subject(
                number.isEmpty() ? "set " + setId : partner + "\n" + document + "\n" + number,
                (document + " " + number).strip() + (partner.isEmpty() ? "" : " of " + partner),
                partner,
                document,
                number,
                setId);
    }

    /** A document of ours that is not sent: itself, and the one that caused it. */
    public static Subject ofDelivery(ToWrite delivery) {
        return new Subject(
                "delivery " + delivery.id(),
                delivery.format() + " to " + delivery.partner() + " about "
                        + (delivery.document() + " " + delivery.documentNumber()).strip() + " (delivery "
                        + delivery.id() + ")",
                "",
                delivery.document(),
                delivery.documentNumber(),
                delivery.setId());
    }

    /**
     * Goods on hand.
     *
     * @param words which
     */
    public static Subject ofStock(String words) {
        return new Subject("stock", words, "", "", "", 0);
    }
}
