package io.lotwire.access;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who may sign in.
 *
 * @param id its number, which no later account of the same name has
 * @param name by which they sign in
 * @param title how people call them
 * @param grant what they are allowed
 * @param mustChange whether they may only change their password, as somebody else knows it
 * @param signedInAt when they signed in last
 * @param madeAt when it was made
 * @param madeBy by whom
 * @param ended since when it no longer stands, and who ended it
 */
public record Account(
        long id,
        String name,
        String title,
        Grant grant,
        boolean mustChange,
        Optional<Instant> signedInAt,
        Instant madeAt,
        String madeBy,
        Optional<Ended> ended) {

    /**
     * That something no longer stands.
     *
     * @param at since when
     * @param by who ended it
     */
    public record Ended(Instant at, String by) {}

    /**
     * They ask for something.
     *
     * @param address from where
     */
    public Asker asker(String address) {
        return Asker.known(Asker.Kind.PERSON, "account-" + id, name, grant, address);
    }
}
