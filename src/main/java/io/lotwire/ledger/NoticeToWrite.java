package io.lotwire.ledger;

/**
 * A delivery with a notice of a recall that is to be written.
 *
 * @param id its number
 * @param partner to whom, by profile name
 * @param format what it is written in, such as {@code 864}
 */
public record NoticeToWrite(long id, String partner, String format) implements Taken {
    @Override
    public long inboxId() {
        return 0;
    }
}
