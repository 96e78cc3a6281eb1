package io.lotwire.recall;

import java.time.Instant;

/**
 * What a notice that is to be written says beside its goods.
 *
 * @param recall the recall's number
 * @param reason why, in words
 * @param contact whom to answer, {@code ""} where that is not said
 * @param drill whether it is only a drill
 * @param openedAt when the recall was opened
 * @param notice the notice's number
 * @param reminder which reminder it is, from 1; 0 for the notice itself
 */
public record Telling(
        long recall, String reason, String contact, boolean drill, Instant openedAt, long notice, int reminder) {
    /** What its document is numbered by. */
    public String number() {
        return recall + (reminder == 0 ? "" : "-reminder-" + reminder);
    }
}
