package io.lotwire.as2.cms;

import io.lotwire.as2.bytes.Writable;
import io.lotwire.as2.keys.KeyAndCertificate;
import io.lotwire.as2.keys.RsaKeys;
import io.lotwire.as2.protection.DigestAlgorithm;
import io.lotwire.as2.protection.Mic;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** A MIME part with its detached signature around it (RFC 1847, RFC 5751 section 3.4.3). */
public final class MultipartSigned implements Writable {
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
            DigestedContent digested = new DigestedContent(part, algorithm.newDigest());
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            JcaContentSignerBuilder signing = new JcaContentSignerBuilder(algorithm.rsaSignature());
            RsaKeys.provider(key.key()).ifPresent(signing::setProvider);
            var signer = signing.build(key.key());
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(digests).build(signer, key.certificate()));
            generator.addCertificates(new JcaCertStore(List.of(key.certificate())));
            byte[] signature = generator.generate(digested, false).getEncoded();
            return new MultipartSigned(part, signature, Mic.of(digested.digest.digest(), algorithm));
        } catch (CMSException | OperatorCreationException | CertificateEncodingException e) {
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

    /** Hands the content to the signature while digesting it for the MIC. */
    private record DigestedContent(Writable part, MessageDigest digest) implements CMSTypedData {
        @Override
        public ASN1ObjectIdentifier getContentType() {
            return CMSObjectIdentifiers.data;
        }

        @Override
        public void write(OutputStream out) throws IOException {
            part.writeTo(new DigestOutputStream(out, digest));
        }

        @Override
        public Object getContent() {
            return part;
        }
    }
}
