package io.lotwire.gateway;

/** What an exception comes down to, in one sentence for people. */
final class RootCause {
    private static final int DEEPEST = 20;

    private RootCause() {}

    /** The innermost cause's message, with its kind where the message alone would say little. */
    static String sentence(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause.getCause() != null && depth < DEEPEST; depth++) {
            cause = cause.getCause();
        }
        String kind = cause.getClass().getSimpleName();
        return cause.getMessage() == null ? kind : kind + ": " + cause.getMessage();
    }
}
