package io.lotwire.as2;

import io.lotwire.as2.cms.DetachedCms;
import io.lotwire.as2.keys.KeyAndCertificate;
import io.lotwire.as2.protection.DigestAlgorithm;
import java.io.IOException;

/** A signature that stands in a file beside the one that it signs, such as {@code openssl cms -verify} checks. */
public final class DetachedSignature {
    private DetachedSignature() {}

    /** Signs bytes with SHA-256: CMS SignedData, DER, the certificate in it. */
    public static byte[] of(byte[] content, KeyAndCertificate key) throws IOException {
        return DetachedCms.of(out -> out.write(content), key, DigestAlgorithm.SHA_256)
                .signature();
    }
}
