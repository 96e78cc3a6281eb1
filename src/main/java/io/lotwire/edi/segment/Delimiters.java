package io.lotwire.edi.segment;

/**
 * The characters that separate the parts of one interchange, as its ISA segment or its service string advice (UNA) shows
 * them. Each character stands for one byte.
 *
 * @param element separates elements: the byte after {@code ISA}; UNA's second character
 * @param component separates components: ISA16; UNA's first character
 * @param repetition separates repetitions: ISA11 from version 00402 on, UNA's fifth character from syntax version 4 on,
 *     {@link #NONE} before
 * @param segment ends segments: the byte after ISA16, or the bytes of one UTF-8 character; UNA's sixth character
 * @param release takes its meaning from the delimiter after it: UNA's fourth character; {@link #NONE} in X12
 */
public record Delimiters(char element, char component, char repetition, String segment, char release) {
    /** Stands for a separator that the interchange does not have. */
    public static final char NONE = '\0';

    /** What most partners use: {@code *}, {@code >}, no repetition, {@code ~}. */
    public static final Delimiters USUAL = new Delimiters('*', '>', NONE, "~");

    /** What an EDIFACT interchange without UNA uses (ISO 9735): {@code + : '} and {@code ?} for release. */
    public static final Delimiters EDIFACT = new Delimiters('+', ':', NONE, "'", '?');

    /** Delimiters without a release character, as X12 has them. */
    public Delimiters(char element, char component, char repetition, String segment) {
        this(element, component, repetition, segment, NONE);
    }

    /** True when two of the delimiters are the same character, so that the interchange cannot be read safely. */
    public boolean collide() {
        boolean repetitionCollides =
                repetition != NONE && (repetition == element || repetition == component || isTerminator(repetition));
        boolean releaseCollides = release != NONE && (release == repetition || separates(release));
        return element == component
                || isTerminator(element)
                || isTerminator(component)
                || repetitionCollides
                || releaseCollides;
    }

    /**
     * True when an interchange of a syntax may be written with them: characters that differ, of ASCII, and no letters, digits or
     * blanks. In EDIFACT there is a release character among them, and each can be seen.
     */
    public boolean areWritable(Syntax syntax) {
        boolean edifact = syntax == Syntax.EDIFACT;
        String all = "" + element + component + segment + (edifact ? release : "");
        boolean ascii = all.chars()
                .allMatch(c -> c > (edifact ? ' ' : 0)
                        && c < (edifact ? 0x7F : 0x80)
                        && c != ' '
                        && !Character.isLetterOrDigit((char) c));
        return ascii && segment.length() == 1 && !collide();
    }

    /** True when this character may not stand in the data of this interchange, or only behind the release character. */
    public boolean reserve(char c) {
        return separates(c) || (repetition != NONE && c == repetition) || (release != NONE && c == release);
    }

    private boolean separates(char c) {
        return c == element || c == component || isTerminator(c);
    }

    /** The delimiters that can be seen, for messages: {@code * > ~}. */
    public String printable() {
        String all = "" + element + component + repetition + segment + release;
        return String.join(" ", all.replaceAll("\\p{Cntrl}", "").split(""));
    }

    private boolean isTerminator(char c) {
        return segment.indexOf(c) >= 0;
    }
}
