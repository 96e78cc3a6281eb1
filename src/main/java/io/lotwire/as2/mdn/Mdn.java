package io.lotwire.as2.mdn;

import io.lotwire.as2.bytes.Octets;
import io.lotwire.as2.protection.Mic;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A message disposition notification that a partner gave (RFC 4130 section 7.4, RFC 8098).
 *
 * @param originalMessageId the Message-ID it is about, with its angle brackets as sent
 * @param finalRecipient who gave it, as in {@code Final-Recipient}, without the address type
 * @param disposition the disposition as sent
 * @param mic the digest that the partner computed, empty when it states none that can be read
 * @param text the words for people
 * @param authenticity whether its signature is the partner's
 * @param signer SHA-256 fingerprint of the agreement's certificate that verified it, {@code ""} when none did
 * @param contentType the Content-Type header it came with; with {@link #body()} the evidence to keep
 * @param body its bytes as received
 */
public record Mdn(
        String originalMessageId,
        String finalRecipient,
        String disposition,
        Optional<Mic> mic,
        String text,
        Authenticity authenticity,
        String signer,
        String contentType,
        Octets body) {
    public Mdn {
        Objects.requireNonNull(mic, "mic");
        Objects.requireNonNull(authenticity, "authenticity");
    }

    /** Whether an MDN is signed by the partner. */
    public enum Authenticity {
        /** It carries no signature. */
        UNSIGNED,
        /** Its signature verifies with a certificate that the agreement names. */
        VERIFIED,
        /** It carries a signature that does not. */
        NOT_VERIFIED
    }

    /** True when the message was processed, with a warning or without ({@code processed}, {@code processed/warning}). */
    public boolean processed() {
        String type =
                disposition.substring(disposition.indexOf(';') + 1).strip().toLowerCase(Locale.ROOT);
        return type.equals("processed") || type.startsWith("processed/warning");
    }
}
