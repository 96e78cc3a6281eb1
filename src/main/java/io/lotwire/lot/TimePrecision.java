package io.lotwire.lot;

/** How exactly a partner stated a time; an event never claims more than that. */
public enum TimePrecision {
    DATE,
    MINUTE,
    SECOND
}
