package io.lotwire.wire.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lotwire.partner.certificate.Password;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {
    /** The example of Standard Webhooks and of its libraries' tests. */
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant AT = Instant.ofEpochSecond(1_614_265_330);
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void theExampleOfStandardWebhooksIsSignedAsItSays() throws IOException {
        assertThat(signed(SECRET))
                .containsExactly(
                        Map.entry("webhook-id", ID),
                        Map.entry("webhook-timestamp", "1614265330"),
                        Map.entry("webhook-signature", SIGNATURE));
    }

    @Test
    void whileASecretIsReplacedBothSign() throws IOException {
        String other = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);

        assertThat(signed(SECRET + " " + other).get("webhook-signature").split(" "))
                .hasSize(2)
                .contains(SIGNATURE)
                .allMatch(each -> each.startsWith("v1,"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_c2hvcnQ=",
                "whsec_not*base64*not*base64*not*base64*"
            })
    void aSecretThatIsNoneIsRefusedAndNeverRepeated(String text) {
        assertThatThrownBy(() -> WebhookKeys.of(Password.of(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The secret must be 'whsec_' and 24 to 64 bytes in Base64")
                .satisfies(refused -> assertThat(
                                refused.getMessage().replace("'whsec_' ", "").replace("'whsec_%s'", ""))
                        .doesNotContain(text.isEmpty() ? "MfKQ" : text));
    }

    private static Map<String, String> signed(String secret) throws IOException {
        return WebhookSignature.of(WebhookKeys.of(Password.of(secret)), ID, AT, BODY);
    }
}
