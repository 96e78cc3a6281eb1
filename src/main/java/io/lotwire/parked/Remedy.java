package io.lotwire.parked;

import io.lotwire.ledger.CauseCode;

/**
 * What can be done about something that waits for a cause.
 *
 * @param words what a person does
 * @param releases whether it can go on by a release afterwards; else it is dismissed when it was dealt with
 */
public record Remedy(String words, boolean releases) {
    /** That of a cause. */
    public static Remedy of(CauseCode cause) {
        return switch (cause) {
            case PROFILE_MISSING -> release("mend the profile (lotwire partner check)");
            case READER_FAILED -> release("report it with the file; it is a fault of ours");
            case STORING_FAILED ->
                release("report it with the file: the database does not take what it says, a fault of ours");
            case NOT_READABLE -> dismiss("ask the sender: the message is neither text nor bytes");
            case MESSAGE_ID_REUSED ->
                release("ask the sender which of both is meant; if it is a message of its own, it can go on");
            case MAPPING_MISSING -> release("mend the profile or the mapping");
            case MAPPING_FAILED -> release("report it with the file; it can go on when the mapping is mended");
            case DOCUMENT_INCOMPLETE ->
                release("let them mend it and send it again; or agree to less in the profile or the mapping");
            case CHECK_FAILED ->
                release(
                        "ask them; mend what the registry knows (lotwire registry), or change 'checks' in their profile");
            case TEXT_TO_READ -> dismiss("read it");
            case ADVICE_TO_READ -> dismiss("read it, and ask them what they mean");
            case ATTEMPTS_EXHAUSTED, DEADLINE_PAST -> release("mend the way to them");
            case REFUSED_BY_PARTNER -> release("ask them why they do not process it");
            case ADDRESS_MOVED -> release("correct the address in the profile");
            case ADDRESS_GONE -> release("ask for their new address, and put it into the profile");
            case SUBSCRIPTION_MISSING -> release("mend the subscription, or 'recall', in the profile");
            case DOCUMENT_UNWRITABLE -> release("mend the profile, the out-mapping or 'leaveOut'");
            case LOT_STOPPED ->
                release("release the lot (lotwire registry release), or change 'checks' in their profile");
            case KEY_DATA_MISSING ->
                release(
                        "have what is missing added where the documents come from and sent again; or change 'complete'");
            case NOT_USABLE, CAME_BEFORE, ATTEMPT_FAILED, RECEIPT_MISSING -> dismiss("nothing");
            case UNKNOWN -> release("read the reason: an older version kept no more");
        };
    }

    private static Remedy release(String words) {
        return new Remedy(words, true);
    }

    private static Remedy dismiss(String words) {
        return new Remedy(words, false);
    }
}
