package io.lotwire.as2.refusal;

/** Ends the reading of a message that is not taken; never leaves the engine. */
public final class RefusalException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    /** For a reason that stands by itself. */
    public RefusalException(Refusal refusal, String sentence) {
        super(sentence);
        this.refusal = refusal;
    }

    /** For a reason with a cause, which the sentence gets too. */
    public RefusalException(Refusal refusal, String sentence, Throwable cause) {
        super(sentence + " (" + cause.getMessage() + ")", cause);
        this.refusal = refusal;
    }

    /** The kind of reason. */
    public Refusal refusal() {
        return refusal;
    }
}
