package io.lotwire.wire;

import java.io.FileNotFoundException;
import java.nio.file.NoSuchFileException;

/** What an exception comes down to, in one sentence for people. */
public final class RootCause {
    private static final int DEEPEST = 20;

    private RootCause() {}

    /** The innermost cause's message, with its kind where the message alone would say little. */
    public static String sentence(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause.getCause() != null && depth < DEEPEST; depth++) {
            cause = cause.getCause();
        }
        if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
            return "there is no file " + cause.getMessage();
        }
        String kind = cause.getClass().getSimpleName();
        return cause.getMessage() == null ? kind : kind + ": " + cause.getMessage();
    }
}
