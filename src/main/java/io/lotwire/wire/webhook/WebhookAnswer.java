package io.lotwire.wire.webhook;

import io.lotwire.as2.http.Answer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What a server's answer means for what was posted to it. */
sealed interface WebhookAnswer {
    /** A server that wants to be left alone for longer is asked again after this. */
    Duration LONGEST_REST = Duration.ofDays(1);

    /** It was taken (2xx). */
    record Taken(int status) implements WebhookAnswer {}

    /**
     * It will not be taken there, however often it is posted.
     *
     * @param moved whether the server points elsewhere, which is not followed
     */
    record NeverTaken(String sentence, boolean moved) implements WebhookAnswer {}

    /**
     * It was not taken now.
     *
     * @param before it is not to be posted again before then; empty when the server does not say
     */
    record NotTaken(String sentence, Optional<Instant> before) implements WebhookAnswer {}

    /** Judges an answer. */
    static WebhookAnswer of(Answer answer, Instant now) {
        int status = answer.status();
        String says = "The server answers with HTTP " + status;
        if (status >= 200 && status < 300) {
            return new Taken(status);
        }
        if (status >= 300 && status < 400) {
            return new NeverTaken(
                    says + " and points to '" + answer.header("Location")
                            + "': redirects are not followed; correct 'url' in the profile.",
                    true);
        }
        if (status == 410) {
            return new NeverTaken(
                    says
                            + " (gone): nothing is taken there any more; ask for the new address, or take the wire out of the"
                            + " profile.",
                    false);
        }
        Optional<Instant> before = retryAfter(answer.header("Retry-After"), now);
        return new NotTaken(
                says + before.map(until -> ", and asks to wait until " + until).orElse(""), before);
    }

    /** RFC 9110, 10.2.3: seconds, or a date. */
    private static Optional<Instant> retryAfter(String text, Instant now) {
        Instant latest = now.plus(LONGEST_REST);
        Instant until;
        if (text.matches("[0-9]{1,9}")) {
            until = now.plusSeconds(Long.parseLong(text));
        } else {
            try {
                until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
            } catch (DateTimeException none) {
                return Optional.empty();
            }
        }
        return Optional.of(until.isAfter(latest) ? latest : until).filter(each -> each.isAfter(now));
    }
}
