package io.lotwire.as2.protection;

import java.util.Optional;

/**
 * How a received message was protected.
 *
 * @param signature the signature's digest, empty: unsigned
 * @param signer SHA-256 fingerprint of the agreement's certificate that verified the signature, {@code ""}: unsigned
 * @param encryption the encryption, empty: none
 * @param compressed whether a layer was compressed
 */
public record Protection(
        Optional<DigestAlgorithm> signature,
        String signer,
        Optional<EncryptionAlgorithm> encryption,
        boolean compressed) {}
