package io.lotwire.partner;

import java.util.Locale;

/** The kinds of wire, by the words of a profile. */
public enum WireKind {
    AS2,
    SFTP,
    JMS;

    /** The word that profiles use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
