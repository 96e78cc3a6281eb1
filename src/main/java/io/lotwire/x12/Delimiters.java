package io.lotwire.x12;

/**
 * The characters that separate the parts of one interchange, as its ISA segment shows them. Each character stands for
 * one byte.
 *
 * @param element separates elements: the byte after {@code ISA}
 * @param component separates components: ISA16
 * @param repetition separates repetitions: ISA11 from version 00402 on, {@link #NONE} before
 * @param segment ends segments: the byte after ISA16, or the bytes of one UTF-8 character
 */
public record Delimiters(char element, char component, char repetition, String segment) {
    /** Stands for a separator that the interchange does not have. */
    public static final char NONE = '\0';

    /** What most partners use: {@code *}, {@code >}, no repetition, {@code ~}. */
    public static final Delimiters USUAL = new Delimiters('*', '>', NONE, "~");

    /** True when two of the delimiters are the same character, so that the interchange cannot be read safely. */
    public boolean collide() {
        boolean repetitionCollides =
                repetition != NONE && (repetition == element || repetition == component || isTerminator(repetition));
        return element == component || isTerminator(element) || isTerminator(component) || repetitionCollides;
    }

    /** True when this character may not stand in the data of this interchange. */
    public boolean reserve(char c) {
        return c == element || c == component || (repetition != NONE && c == repetition) || isTerminator(c);
    }

    /** The delimiters that can be seen, for messages: {@code * > ~}. */
    String printable() {
        String all = "" + element + component + repetition + segment;
        return String.join(" ", all.replaceAll("\\p{Cntrl}", "").split(""));
    }

    private boolean isTerminator(char c) {
        return segment.indexOf(c) >= 0;
    }
}
