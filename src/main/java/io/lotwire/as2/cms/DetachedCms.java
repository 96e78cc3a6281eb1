package io.lotwire.as2.cms;

import io.lotwire.as2.bytes.Writable;
import io.lotwire.as2.keys.KeyAndCertificate;
import io.lotwire.as2.keys.RsaKeys;
import io.lotwire.as2.protection.DigestAlgorithm;
import java.io.IOException;
import java.io.OutputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * A signature beside what it signs, with the signer's certificate in it (RFC 5652, 5).
 *
 * @param signature the SignedData, DER
 * @param digest that of the content
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes to be sent, compared by nobody.
public record DetachedCms(byte[] signature, byte[] digest) {
    private static final DigestCalculatorProvider DIGESTS = digests();

    /** Signs content. */
    public static DetachedCms of(Writable content, KeyAndCertificate key, DigestAlgorithm algorithm)
            throws IOException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            JcaContentSignerBuilder signing = new JcaContentSignerBuilder(algorithm.rsaSignature());
            RsaKeys.provider(key.key()).ifPresent(signing::setProvider);
            X509CertificateHolder certificate =
                    KnownCertificate.of(key.certificate()).holder();
            generator.addSignerInfoGenerator(new SignerInfoGeneratorBuilder(DIGESTS)
                    .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(SigningTime.now()))
                    .build(signing.build(key.key()), certificate));
            generator.addCertificate(certificate);
            byte[] signature = generator.generate(new Signed(content), false).getEncoded();
            return new DetachedCms(
                    signature, (byte[]) generator.getGeneratedDigests().get(algorithm.oid()));
        } catch (CMSException | OperatorCreationException e) {
            throw new IOException("It cannot be signed: " + e.getMessage(), e);
        }
    }

    private static DigestCalculatorProvider digests() {
        try {
            return new JcaDigestCalculatorProviderBuilder().build();
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The content as Bouncy Castle wants it. */
    private record Signed(Writable content) implements CMSTypedData {
        @Override
        public ASN1ObjectIdentifier getContentType() {
            return CMSObjectIdentifiers.data;
        }

        @Override
        public void write(OutputStream out) throws IOException {
            content.writeTo(out);
        }

        @Override
        public Object getContent() {
            return content;
        }
    }
}
