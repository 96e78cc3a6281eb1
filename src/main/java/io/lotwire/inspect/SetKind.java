package io.lotwire.inspect;

/**
 * In what kind of transaction set or message a segment stands.
 *
 * @param set such as {@code 856} or {@code DESADV}; {@code ""} outside of sets
 * @param version whose rules hold: GS08, or ST03 where it names one, such as {@code 004010}; UNH02.2 and UNH02.3, such as {@code D96A};
 *     {@code ""} where none is known
 */
public record SetKind(String set, String version) {
    /** Between sets, and outside of groups. */
    public static final SetKind OUTSIDE = new SetKind("", "");
}
