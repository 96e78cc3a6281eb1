package io.lotwire.cli;

/** What a command's exit code says. */
final class ExitCode {
    /** All went well; there may have been warnings. */
    static final int GOOD = 0;

    /** Something was rejected; the rest was done. */
    static final int REJECTED = 1;

    /** The command was not called rightly: an unknown option, partner or file. */
    static final int USAGE = 2;

    private ExitCode() {}
}
