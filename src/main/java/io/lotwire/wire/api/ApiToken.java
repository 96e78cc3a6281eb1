package io.lotwire.wire.api;

import java.time.LocalDate;

/**
 * What a program shows to be let in, as a profile knows it.
 *
 * @param name whose it is, for people
 * @param sha256 SHA-256 of its characters, in hexadecimal: who reads the profile cannot use it
 * @param ends the last day on which it is taken, in UTC
 * @param asks whether who shows it may ask the registry, which knows of all partners
 */
public record ApiToken(String name, String sha256, LocalDate ends, boolean asks) {
    /** True when it is taken on a day. */
    boolean isGoodOn(LocalDate day) {
        return !day.isAfter(ends);
    }
}
