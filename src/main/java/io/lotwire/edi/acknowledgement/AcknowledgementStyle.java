package io.lotwire.edi.acknowledgement;

import io.lotwire.edi.envelope.GroupHeader;
import io.lotwire.edi.grammar.Grammar;
import java.util.regex.Pattern;

/**
 * How a partner wants its groups acknowledged.
 *
 * @param kind 997 or 999
 * @param version GS08 of the acknowledgement; {@code ""} for the usual one, see {@link #versionFor}
 * @param everySet true to tell of every transaction set, false to tell only of those that something is wrong with
 */
public record AcknowledgementStyle(AcknowledgementKind kind, String version, boolean everySet) {
    /** The guide of the 999, as GS08 and ST03 name it. */
    private static final String IMPLEMENTATION_VERSION = "005010X231A1";

    private static final Pattern VERSION = Pattern.compile("0[0-9]{5}[A-Z0-9]{0,6}");

    /** The usual one of a kind: of every transaction set, in the usual version. */
    public static AcknowledgementStyle usual(AcknowledgementKind kind) {
        return new AcknowledgementStyle(kind, "", true);
    }

    /**
     * GS08 of the acknowledgement of a group: what was agreed on, or else, for a 997, the group's own version where it is
     * one, and for a 999 that of its guide.
     */
    public String versionFor(GroupHeader group) {
        if (!version.isEmpty()) {
            return version;
        }
        if (kind == AcknowledgementKind.IMPLEMENTATION) {
            return IMPLEMENTATION_VERSION;
        }
        boolean usable = VERSION.matcher(group.version()).matches()
                && Grammar.isRelease(group.version())
                && group.version().compareTo(Grammar.EARLIEST_VERSION) >= 0;
        return usable ? group.version() : Grammar.EARLIEST_VERSION;
    }
}
