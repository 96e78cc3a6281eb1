package io.lotwire.ledger;

/**
 * One edition of a profile, or of a mapping: also of an out-mapping or a template.
 *
 * @param kind which of both
 * @param name its name, such as {@code harbor-3pl}, {@code x12/856} or {@code out/x12/945}
 * @param version the version that its content makes
 * @param text what its files say
 */
public record Definition(Kind kind, String name, String version, String text) {
    /** What it is. */
    public enum Kind {
        PROFILE,
        MAPPING
    }
}
