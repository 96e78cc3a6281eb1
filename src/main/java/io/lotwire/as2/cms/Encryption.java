package io.lotwire.as2.cms;

import io.lotwire.as2.bytes.Writable;
import io.lotwire.as2.keys.As2Exception;
import io.lotwire.as2.keys.BouncyCastle;
import io.lotwire.as2.keys.CertificateSummary;
import io.lotwire.as2.protection.EncryptionAlgorithm;
import java.io.IOException;
import java.io.OutputStream;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cms.CMSAuthEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.OutputEncryptor;

/** Makes enveloped-data and authEnveloped-data (RFC 5652, RFC 5083) of a stream. */
public final class Encryption {
    /** So many bytes a chunk of content has. */
    static final int CHUNK = 32 * 1024;

    private Encryption() {}

    /**
     * Encrypts {@code part} while it is written; leaves {@code out} open.
     *
     * @throws As2Exception when nothing can be encrypted for the certificate
     */
    public static void write(
            Writable part, OutputStream out, X509Certificate certificate, EncryptionAlgorithm algorithm)
            throws As2Exception, IOException {
        try (OutputStream cms = encrypting(out, certificate, algorithm)) {
            part.writeTo(cms);
        }
    }

    private static OutputStream encrypting(OutputStream out, X509Certificate certificate, EncryptionAlgorithm algorithm)
            throws As2Exception, IOException {
        try {
            OutputEncryptor encryptor = new JceCMSContentEncryptorBuilder(new ASN1ObjectIdentifier(algorithm.oid()))
                    .setProvider(BouncyCastle.contentProvider(algorithm))
                    .build();
            RecipientInfoGenerator recipient = KnownCertificate.of(certificate).recipient();
            if (algorithm.authenticated()) {
                CMSAuthEnvelopedDataStreamGenerator generator = new CMSAuthEnvelopedDataStreamGenerator();
                generator.setBufferSize(CHUNK);
                generator.addRecipientInfoGenerator(recipient);
                return generator.open(out, (OutputAEADEncryptor) encryptor);
            }
            CMSEnvelopedDataStreamGenerator generator = new CMSEnvelopedDataStreamGenerator();
            generator.setBufferSize(CHUNK);
            generator.addRecipientInfoGenerator(recipient);
            return generator.open(out, encryptor);
        } catch (CMSException e) {
            throw new As2Exception("The message cannot be encrypted for " + CertificateSummary.of(certificate), e);
        }
    }
}
