package io.lotwire.as2.cms;

import io.lotwire.as2.bytes.Writable;
import io.lotwire.as2.keys.KeyAndCertificate;
import io.lotwire.as2.keys.RsaKeys;
import io.lotwire.as2.protection.DigestAlgorithm;
import io.lotwire.as2.protection.Mic;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
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

/** A MIME part with its detached signature around it (RFC 1847, RFC 5751 section 3.4.3). */
public final class MultipartSigned implements Writable {
    private static final DigestCalculatorProvider DIGESTS = digests();

    private final Writable part;
    private final byte[] signature;
    private final Mic mic;
    private final String boundary = "signed-" + UUID.randomUUID();

    private MultipartSigned(Writable part, byte[] signature, Mic mic) {
        this.part = part;
        this.signature = signature;
        this.mic = mic;
    }

    /** Signs a whole part, headers and body. */
    public static MultipartSigned of(Writable part, KeyAndCertificate key, DigestAlgorithm algorithm)
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
            byte[] signature = generator.generate(new Signed(part), false).getEncoded();
            byte[] digest = (byte[]) generator.getGeneratedDigests().get(algorithm.oid());
            return new MultipartSigned(part, signature, Mic.of(digest, algorithm));
        } catch (CMSException | OperatorCreationException e) {
            throw new IOException("The message cannot be signed: " + e.getMessage(), e);
        }
    }

    /** The digest of the signed part. */
    public Mic mic() {
        return mic;
    }

    /** The value of the Content-Type header. */
    public String contentType() {
        return "multipart/signed; protocol=\"application/pkcs7-signature\"; micalg="
                + mic.algorithm().micName() + "; boundary=\"" + boundary + "\"";
    }

    /** The body: the part, then its signature. */
    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(ascii("--" + boundary + "\r\n"));
        part.writeTo(out);
        out.write(ascii("\r\n--" + boundary + "\r\n"
                + "Content-Type: application/pkcs7-signature; name=\"smime.p7s\"\r\n"
                + "Content-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment; filename=\"smime.p7s\"\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(signature)
                + "\r\n--" + boundary + "--\r\n"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static DigestCalculatorProvider digests() {
        try {
            return new JcaDigestCalculatorProviderBuilder().build();
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The part as Bouncy Castle wants it. */
    private record Signed(Writable part) implements CMSTypedData {
        @Override
        public ASN1ObjectIdentifier getContentType() {
            return CMSObjectIdentifiers.data;
        }

        @Override
        public void write(OutputStream out) throws IOException {
            part.writeTo(out);
        }

        @Override
        public Object getContent() {
            return part;
        }
    }
}
