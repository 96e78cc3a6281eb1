package io.lotwire.partner.certificate;

import java.nio.file.Path;
import java.time.Instant;

/**
 * What people compare and watch about a certificate.
 *
 * @param profile whose it is
 * @param file where it stands
 * @param subject its subject (RFC 2253)
 * @param sha256 SHA-256 fingerprint: pairs of hexadecimal digits joined by colons
 * @param notBefore first moment of its validity
 * @param notAfter last moment of its validity
 * @param daysLeft whole days until then, negative when it is past
 * @param from when it takes over; {@link Instant#MIN} when no moment is named
 */
public record CertificateFacts(
        String profile,
        Path file,
        String subject,
        String sha256,
        Instant notBefore,
        Instant notAfter,
        long daysLeft,
        Instant from) {}
