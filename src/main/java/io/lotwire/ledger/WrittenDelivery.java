package io.lotwire.ledger;

/**
 * A delivery as it will be sent.
 *
 * @param content its bytes in the archive
 * @param contentType their media type
 * @param fileName the name the partner sees, {@code ""} when the wire has none
 * @param messageId the wire's id of the message, such as AS2's Message-ID; {@code ""} when the wire has none
 * @param usage {@code P} or {@code T} where it is EDI, else {@code ""}
 * @param interchangeControlNumber ISA13 where it is X12, UNB05 where it is EDIFACT, else {@code ""}
 * @param groupControlNumber GS06 where it is X12, else {@code ""}
 */
public record WrittenDelivery(
        ArchivedContent content,
        String contentType,
        String fileName,
        String messageId,
        String usage,
        String interchangeControlNumber,
        String groupControlNumber) {

    /** Of a document without an EDI envelope. */
    public static WrittenDelivery withoutEnvelope(
            ArchivedContent content, String contentType, String fileName, String messageId) {
        return new WrittenDelivery(content, contentType, fileName, messageId, "", "", "");
    }
}
