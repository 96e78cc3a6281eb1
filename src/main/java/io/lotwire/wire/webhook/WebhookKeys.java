package io.lotwire.wire.webhook;

import io.lotwire.partner.certificate.Password;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** The keys in a secret: one, or while it is replaced several, with spaces between them. */
final class WebhookKeys {
    private static final String PREFIX = "whsec_";

    /** Standard Webhooks, "Signature scheme": a secret has 24 to 64 bytes. */
    private static final int LEAST_BYTES = 24;

    private static final int MOST_BYTES = 64;

    private WebhookKeys() {}

    /**
     * Reads them.
     *
     * @throws IOException when the secret's file cannot be read
     * @throws IllegalArgumentException when it is no such secret; the message says how it has to be, and never what it is
     */
    static List<byte[]> of(Password secret) throws IOException {
        return Arrays.stream(String.valueOf(secret.read()).strip().split("\\s+"))
                .map(WebhookKeys::key)
                .toList();
    }

    private static byte[] key(String text) {
        byte[] key = new byte[0];
        if (text.startsWith(PREFIX)) {
            try {
                key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
            } catch (IllegalArgumentException notBase64) {
                throw new IllegalArgumentException(sentence(), notBase64);
            }
        }
        if (key.length < LEAST_BYTES || key.length > MOST_BYTES) {
            throw new IllegalArgumentException(sentence());
        }
        return key;
    }

    private static String sentence() {
        return "The secret must be '" + PREFIX + "' and " + LEAST_BYTES + " to " + MOST_BYTES
                + " bytes in Base64: printf 'whsec_%s' \"$(openssl rand -base64 32)\" makes one.";
    }
}
