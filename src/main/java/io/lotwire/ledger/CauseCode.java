package io.lotwire.ledger;

/** Why something waits for a person, is not taken, or is to be tried again: what lists are filtered and counted by. */
public enum CauseCode {
    /** There is no working profile of its sender, or of ourselves. */
    PROFILE_MISSING,
    /** Our reader failed on the file. */
    READER_FAILED,
    /** It can never be read as a document, such as a JMS message that is neither text nor bytes. */
    NOT_READABLE,
    /** Its message id was used before with other content. */
    MESSAGE_ID_REUSED,
    /** The checks leave nothing of it that can be used: its sender mends it. */
    NOT_USABLE,
    /** Its interchange came before. */
    CAME_BEFORE,
    /** No mapping is there for the document. */
    MAPPING_MISSING,
    /** The mapping failed on the document. */
    MAPPING_FAILED,
    /** The document lacks what was agreed, or what it says cannot be. */
    DOCUMENT_INCOMPLETE,
    /** A doubt about a lot of the document, by which it was agreed to wait. */
    CHECK_FAILED,
    /** The database does not take what the document says. */
    STORING_FAILED,
    /** A partner writes a text for people. */
    TEXT_TO_READ,
    /** A partner speaks of something that we did not send. */
    ADVICE_TO_READ,
    /** The partner's profile has no working subscription of this name. */
    SUBSCRIPTION_MISSING,
    /** The document that is due cannot be written. */
    DOCUMENT_UNWRITABLE,
    /** A lot in it may not go, or is doubtful in a way that stops it. */
    LOT_STOPPED,
    /** The document that is due lacks key data elements that its customer asks for. */
    KEY_DATA_MISSING,
    /** The last attempt to deliver it failed; there will be another one. */
    ATTEMPT_FAILED,
    /** The partner's server took it, and no receipt came in time; it is sent again. */
    RECEIPT_MISSING,
    /** The last attempt of all failed. */
    ATTEMPTS_EXHAUSTED,
    /** It was not delivered before its deadline. */
    DEADLINE_PAST,
    /** The partner's receipt says that they do not process it. */
    REFUSED_BY_PARTNER,
    /** The partner's server points to another address. */
    ADDRESS_MOVED,
    /** The partner's server says that nothing is taken at this address any more. */
    ADDRESS_GONE,
    /** It was parked by an older version, which kept the sentence only. */
    UNKNOWN;

    /** The code as it is stored; {@link #UNKNOWN} for one that only a newer version knows. */
    public static CauseCode stored(String name) {
        for (CauseCode code : values()) {
            if (code.name().equals(name)) {
                return code;
            }
        }
        return UNKNOWN;
    }
}
