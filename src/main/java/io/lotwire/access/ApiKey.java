package io.lotwire.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * By what a program shows who it is.
 *
 * @param id a part of the key that is no secret, by which it is named
 * @param system the program
 * @param grant what it is allowed
 * @param endsOn the last day on which it is taken, in UTC
 * @param madeAt when it was made
 * @param madeBy by whom
 * @param usedOn the day on which it was used last, in UTC
 * @param ended since when it no longer stands before its time, and who ended it
 */
public record ApiKey(
        String id,
        String system,
        Grant grant,
        LocalDate endsOn,
        Instant madeAt,
        String madeBy,
        Optional<LocalDate> usedOn,
        Optional<Account.Ended> ended) {

    /**
     * It asks for something.
     *
     * @param address from where
     */
    public Asker asker(String address) {
        return Asker.known(Asker.Kind.SYSTEM, "key-" + id, system, grant, address);
    }
}
