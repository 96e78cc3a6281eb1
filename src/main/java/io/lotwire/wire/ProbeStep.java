package io.lotwire.wire;

/** One step of a {@link Probe}, and what came of it. */
public sealed interface ProbeStep {
    /** What was to be tried, such as {@code host key}. */
    String name();

    /**
     * It works.
     *
     * @param found what was seen
     */
    record Passed(String name, String found) implements ProbeStep {}

    /**
     * It does not work.
     *
     * @param why what is wrong
     * @param mend what to do
     */
    record Failed(String name, String why, String mend) implements ProbeStep {}

    /**
     * It could not be tried.
     *
     * @param failed the name of the step that it needs
     */
    record NotTried(String name, String failed) implements ProbeStep {}
}
