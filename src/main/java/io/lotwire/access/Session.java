package io.lotwire.access;

import java.time.Duration;
import java.time.Instant;

/**
 * That somebody is signed in.
 *
 * @param id the SHA-256 of what their browser shows, in hexadecimal: it names the session and is no secret
 * @param account who it is, by what is known of them now
 * @param madeAt since when
 * @param seenAt when they asked for something last, to the minute
 * @param endsAt when it ends at the latest
 * @param address from where they signed in
 * @param browser what their browser says of itself
 */
public record Session(
        String id, Account account, Instant madeAt, Instant seenAt, Instant endsAt, String address, String browser) {
    /** It ends after a day of work. */
    static final Duration LONGEST = Duration.ofHours(12);

    /** It ends when nothing was asked for so long. */
    static final Duration IDLE = Duration.ofMinutes(60);

    /** When it was used is written so often at most. */
    static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    /** Who asks by it. */
    public Asker asker(String from) {
        return account.asker(from);
    }
}
