package io.lotwire.as2.refusal;

/**
 * Why a message is not taken: what the sender is told (disposition modifier of RFC 4130 section 7.4.3, or an HTTP
 * status where no MDN can be given).
 */
public enum Refusal {
    /** AS2-From, AS2-To or Message-ID is missing or malformed: no answer in the form of an MDN is possible. */
    NOT_AS2(400, "unexpected-processing-error", "This is not a complete AS2 message"),
    /** No agreement covers this AS2-From and AS2-To. */
    UNKNOWN_PARTNER(403, "unknown-trading-relationship", "No agreement covers this AS2-From and AS2-To"),
    /** An asynchronous MDN was asked for to an address that the agreement does not name. */
    ASYNC_MDN_NOT_ALLOWED(
            403, "unexpected-processing-error", "The agreement names no such address for asynchronous MDNs"),
    /** Decryption failed or the signature is not the partner's; the sender is not told which. */
    NOT_AUTHENTIC(
            400,
            "authentication-failed",
            "The message could not be decrypted, or it does not carry your valid signature"),
    /** The message is weaker than agreed: not signed, not encrypted, or with an algorithm that is not allowed. */
    INSUFFICIENT_SECURITY(400, "insufficient-message-security", "The message is protected less than agreed"),
    /** A compressed part cannot be expanded, or expands too far. */
    DECOMPRESSION_FAILED(400, "decompression-failed", "The message could not be decompressed within the limits"),
    /** The MIME structure cannot be read. */
    MALFORMED(400, "unexpected-processing-error", "The MIME structure of the message could not be read"),
    /** The message exceeds a limit. */
    TOO_LARGE(413, "unexpected-processing-error", "The message exceeds a limit of this server"),
    /** The Message-ID was used before, with other content; the first message stands. */
    MESSAGE_ID_REUSED(
            409, "invalid-message-id", "This Message-ID was used before with other content; the first message stands"),
    /** The message was fine; we could not process it. */
    NOT_PROCESSED(500, "unexpected-processing-error", "The message could not be processed");

    private final int status;
    private final String modifier;
    private final String outward;

    Refusal(int status, String modifier, String outward) {
        this.status = status;
        this.modifier = modifier;
        this.outward = outward;
    }

    /** The HTTP status where no MDN is given. */
    public int status() {
        return status;
    }

    /** What the MDN's disposition gives as the error. */
    public String modifier() {
        return modifier;
    }

    /** The sentence for the sender: tells nothing that helps an attacker. */
    public String outward() {
        return outward;
    }
}
