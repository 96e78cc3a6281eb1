package io.lotwire.ledger;

import java.util.Optional;

/**
 * One message or file as it came in, its bytes already in the archive.
 *
 * @param partner who sent it, by profile name; {@code ""} when unknown
 * @param wire how it came, such as {@code as2}, {@code sftp}
 * @param messageId what tells it from others of that partner and wire: AS2's Message-ID; for a file, something that
 *     another file of the same name does not share
 * @param fileName its name as the sender gave it, {@code ""} when there is none
 * @param content its bytes
 * @param answer what the sender will hear, where the wire answers
 */
public record Arrival(
        String partner, String wire, String messageId, String fileName, KeptContent content, Optional<Reply> answer) {
    /** Stands for the wire of a file that a person of ours made from one that came: nobody sent it, so nobody hears anything of it. */
    public static final String MENDED = "mended";
}
