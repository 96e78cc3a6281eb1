package io.lotwire.as2.keys;

/** Keys, certificates or an agreement do not allow what is asked. The message says what to mend. */
public final class As2Exception extends Exception {
    private static final long serialVersionUID = 1L;

    /** For a reason that stands by itself. */
    public As2Exception(String message) {
        super(message);
    }

    /** For a reason with a cause. */
    public As2Exception(String message, Throwable cause) {
        super(message, cause);
    }
}
