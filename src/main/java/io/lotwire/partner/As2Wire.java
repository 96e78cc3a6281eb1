package io.lotwire.partner;

import io.lotwire.yaml.FileLine;
import java.net.URI;
import java.util.List;

/**
 * AS2 (RFC 4130).
 *
 * @param id AS2 name (RFC 4130, 6.2), compared to the letter
 * @param url where we post messages to, null for ourselves
 * @param certificates their certificates, the one to encrypt to first; those after it are accepted from them too
 * @param key our key, null for a partner
 * @param sign digest algorithm that we sign with
 * @param encrypt algorithm that we encrypt with
 * @param mdn which receipt we ask for
 * @param requireSigned true when a message of theirs without a signature is refused
 * @param requireEncrypted true when a message of theirs without encryption is refused
 * @param at where the profile describes it
 */
public record As2Wire(
        String id,
        URI url,
        List<CertificateFile> certificates,
        KeyFile key,
        SigningAlgorithm sign,
        EncryptionAlgorithm encrypt,
        MdnWish mdn,
        boolean requireSigned,
        boolean requireEncrypted,
        FileLine at)
        implements Wire {
    public As2Wire {
        certificates = List.copyOf(certificates);
    }

    /** Digest algorithms to sign with (RFC 5751, 3.4.3.2); {@code NONE} sends unsigned. */
    public enum SigningAlgorithm {
        NONE,
        SHA_1,
        SHA_256,
        SHA_384,
        SHA_512
    }

    /** Algorithms to encrypt with; {@code NONE} sends in clear. */
    public enum EncryptionAlgorithm {
        NONE,
        TRIPLE_DES,
        AES_128_CBC,
        AES_192_CBC,
        AES_256_CBC,
        AES_128_GCM,
        AES_192_GCM,
        AES_256_GCM
    }

    /** The receipt (RFC 4130, 7) that we ask for, in the answer to our message. */
    public enum MdnWish {
        UNSIGNED,
        SIGNED
    }

    @Override
    public WireKind kind() {
        return WireKind.AS2;
    }
}
