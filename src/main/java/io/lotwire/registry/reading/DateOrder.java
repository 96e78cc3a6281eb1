package io.lotwire.registry.reading;

import java.util.Locale;

/** Which of the first two numbers of a date is the day, where the year comes last. */
public enum DateOrder {
    /** 18/03/2026. */
    DMY,
    /** 03/18/2026. */
    MDY;

    /** Its word on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
