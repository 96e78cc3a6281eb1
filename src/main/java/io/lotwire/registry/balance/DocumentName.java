package io.lotwire.registry.balance;

/**
 * A document in a few words.
 *
 * @param setId its transaction set
 * @param partner whose it is, by profile name
 * @param document transaction set or message type, such as {@code 944}
 * @param number its business number, {@code ""} where it has none
 */
public record DocumentName(long setId, String partner, String document, String number) {
    /** In words. */
    public String words() {
        return document + (number.isEmpty() ? "" : " " + number) + " of " + partner;
    }
}
