package io.lotwire.as2;

/** Ends the reading of a message that is not taken; never leaves this package. */
final class RefusalException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    RefusalException(Refusal refusal, String sentence) {
        super(sentence);
        this.refusal = refusal;
    }

    RefusalException(Refusal refusal, String sentence, Throwable cause) {
        super(sentence + " (" + cause.getMessage() + ")", cause);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
