package io.lotwire.registry.signal;

/**
 * Who, or what way, lots have in common.
 *
 * @param from who; for a lane, from where
 * @param to for a lane, to where, else {@code ""}
 */
public record Subject(Kind kind, String from, String to) {
    /** What subjects are compared with each other. */
    public enum Kind {
        /** Who shipped lots first. */
        SUPPLIER,
        /** Where lots were made. */
        PLANT,
        /** The way between two places. */
        LANE
    }

    /** It in words, such as {@code supplier Green Valley Farm}. */
    public String words() {
        return switch (kind) {
            case SUPPLIER -> "supplier " + from;
            case PLANT -> "plant " + from;
            case LANE -> "lane " + from + " to " + to;
        };
    }
}
