package io.lotwire.as2.agreement;

import io.lotwire.as2.protection.Compression;
import io.lotwire.as2.protection.DigestAlgorithm;
import io.lotwire.as2.protection.EncryptionAlgorithm;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * How messages to a partner are made.
 *
 * @param sign the signature's digest, empty: not signed
 * @param encrypt the encryption, empty: not encrypted
 * @param compression whether and where it is compressed
 * @param signedMdn whether the MDN must be signed
 * @param asyncMdnTo our address for the MDN, empty: the MDN comes as the answer of the same request
 */
public record SendingRules(
        Optional<DigestAlgorithm> sign,
        Optional<EncryptionAlgorithm> encrypt,
        Compression compression,
        boolean signedMdn,
        Optional<URI> asyncMdnTo) {
    public SendingRules {
        Objects.requireNonNull(sign, "sign");
        Objects.requireNonNull(encrypt, "encrypt");
        Objects.requireNonNull(compression, "compression");
        Objects.requireNonNull(asyncMdnTo, "asyncMdnTo");
    }

    /** Signed with SHA-256, encrypted with AES-256-CBC, not compressed, answered by a signed synchronous MDN. */
    public static SendingRules standard() {
        return new SendingRules(
                Optional.of(DigestAlgorithm.SHA_256),
                Optional.of(EncryptionAlgorithm.AES_256_CBC),
                Compression.NONE,
                true,
                Optional.empty());
    }

    /** The same with this signature. */
    public SendingRules signing(Optional<DigestAlgorithm> algorithm) {
        return new SendingRules(algorithm, encrypt, compression, signedMdn, asyncMdnTo);
    }

    /** The same with this encryption. */
    public SendingRules encrypting(Optional<EncryptionAlgorithm> algorithm) {
        return new SendingRules(sign, algorithm, compression, signedMdn, asyncMdnTo);
    }

    /** The same with this compression. */
    public SendingRules compressing(Compression where) {
        return new SendingRules(sign, encrypt, where, signedMdn, asyncMdnTo);
    }

    /** The same with a signed or an unsigned MDN. */
    public SendingRules withSignedMdn(boolean signed) {
        return new SendingRules(sign, encrypt, compression, signed, asyncMdnTo);
    }

    /** The same with an asynchronous MDN to this address of ours. */
    public SendingRules withAsyncMdnTo(URI address) {
        return new SendingRules(sign, encrypt, compression, signedMdn, Optional.of(address));
    }
}
