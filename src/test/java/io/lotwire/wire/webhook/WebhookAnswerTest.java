package io.lotwire.wire.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.as2.bytes.Octets;
import io.lotwire.as2.http.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAnswerTest {
    private static final Instant NOW = Instant.parse("2026-12-01T06:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204})
    void anyStatusOf2xxSaysThatItWasTaken(int status) {
        assertThat(of(status, Map.of())).isEqualTo(new WebhookAnswer.Taken(status));
    }

    @Test
    void anAddressThatIsGoneIsNotTriedAgain() {
        assertThat(of(410, Map.of()))
                .isInstanceOfSatisfying(WebhookAnswer.NeverTaken.class, never -> assertThat(never.moved())
                        .isFalse());
    }

    @Test
    void aRedirectIsNotFollowedAndSaysWhereItPoints() {
        assertThat(of(302, Map.of("Location", List.of("http://169.254.169.254/"))))
                .isInstanceOfSatisfying(WebhookAnswer.NeverTaken.class, never -> {
                    assertThat(never.moved()).isTrue();
                    assertThat(never.sentence()).contains("'http://169.254.169.254/'");
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 429, 500, 503})
    void anyOtherIsTriedAgain(int status) {
        assertThat(of(status, Map.of()))
                .isEqualTo(new WebhookAnswer.NotTaken("The server answers with HTTP " + status, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"120 | 120", "Tue, 01 Dec 2026 06:05:00 GMT | 300", "999999999 | 86400"})
    void aServerIsLeftAloneForAsLongAsItAsksButNoLongerThanADay(String text, long seconds) {
        assertThat(of(503, Map.of("Retry-After", List.of(text))))
                .isInstanceOfSatisfying(WebhookAnswer.NotTaken.class, not -> assertThat(not.before())
                        .contains(NOW.plus(Duration.ofSeconds(seconds))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "0", "Tue, 01 Dec 2026 05:00:00 GMT"})
    void aMomentThatIsNoneOrIsPastIsNotWaitedFor(String text) {
        assertThat(of(503, Map.of("Retry-After", List.of(text))))
                .isInstanceOfSatisfying(WebhookAnswer.NotTaken.class, not -> assertThat(not.before())
                        .isEmpty());
    }

    private static WebhookAnswer of(int status, Map<String, List<String>> headers) {
        return WebhookAnswer.of(new Answer(status, headers, Octets.EMPTY), NOW);
    }
}
