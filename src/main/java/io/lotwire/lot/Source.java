package io.lotwire.lot;

/**
 * The bytes that an event came from.
 *
 * @param partner who sent them, by profile name; {@code ""} when no profile applies
 * @param document transaction set or message type, such as {@code 856}
 * @param version its version, such as {@code 004010} (X12 GS08)
 * @param interchange interchange control number as sent
 * @param group group control number as sent
 * @param transaction transaction set control number as sent
 * @param sha256 SHA-256 of the file, in hexadecimal
 * @param segment position in the file of the segment that states the lot, or the item where there is no lot; from 1
 * @param offset byte offset in the file of that segment
 * @param length bytes of that segment without its terminator
 * @param mapping name and version of the mapping that ran, {@code name@version}
 */
public record Source(
        String partner,
        String document,
        String version,
        String interchange,
        String group,
        String transaction,
        String sha256,
        int segment,
        long offset,
        int length,
        String mapping) {

    /** The same bytes, read by another mapping. */
    public Source withMapping(String other) {
        return new Source(
                partner, document, version, interchange, group, transaction, sha256, segment, offset, length, other);
    }
}
