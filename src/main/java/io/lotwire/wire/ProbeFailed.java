package io.lotwire.wire;

/** A step of a probe does not work. */
public final class ProbeFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final String mend;

    /**
     * Makes one.
     *
     * @param why what is wrong, without a full stop
     * @param mend what to do, without a full stop
     */
    public ProbeFailed(String why, String mend) {
        super(why);
        this.mend = mend;
    }

    /** The same for something that was thrown. */
    public ProbeFailed(String why, Throwable cause, String mend) {
        super(why + sentence(cause), cause);
        this.mend = mend;
    }

    /** What to do. */
    public String mend() {
        return mend;
    }

    private static String sentence(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? "" : ", " + root.getMessage();
        return " (" + root.getClass().getSimpleName() + message + ")";
    }
}
