package io.lotwire.as2.cms;

import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.keys.BouncyCastle;
import io.lotwire.as2.keys.CertificateSummary;
import io.lotwire.as2.mime.MimePart;
import io.lotwire.as2.mime.Multipart;
import io.lotwire.as2.protection.DigestAlgorithm;
import io.lotwire.as2.protection.Mic;
import io.lotwire.as2.refusal.As2Limits;
import io.lotwire.as2.refusal.Refusal;
import io.lotwire.as2.refusal.RefusalException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Checks a multipart/signed (RFC 1847) against the certificates that an agreement names. Certificates inside the
 * signature prove nothing and are not looked at; a signature without a signer is none.
 */
public final class SignatureCheck {
    /**
     * A signature that holds.
     *
     * @param signedPart the part it covers
     * @param mic the digest of the part (RFC 4130 section 7.3.1)
     * @param signer fingerprint of the certificate that verified it
     */
    public record Verified(MimePart signedPart, Mic mic, String signer) {
        /** The signature's digest. */
        public DigestAlgorithm algorithm() {
            return mic.algorithm();
        }
    }

    private SignatureCheck() {}

    /** The two parts of a multipart/signed: content, then signature. */
    public static List<MimePart> parts(MimePart multipart, As2Limits limits) throws IOException, RefusalException {
        List<MimePart> parts = Multipart.split(multipart, limits.parts(), limits.headerBytes());
        if (parts.size() != 2) {
            throw new RefusalException(
                    Refusal.MALFORMED, "A multipart/signed has " + parts.size() + " parts, it must have 2");
        }
        return parts;
    }

    /** Checks the second of two parts against the first, with each of the certificates. */
    public static Verified verify(List<MimePart> parts, List<X509Certificate> certificates, As2Limits limits)
            throws IOException, RefusalException {
        byte[] signature = signature(parts.get(1), limits);
        try {
            return verify(parts.get(0), signature, certificates);
        } catch (CMSException | OperatorCreationException | RuntimeException e) {
            throw new RefusalException(Refusal.NOT_AUTHENTIC, "The signature cannot be read", e);
        }
    }

    private static Verified verify(MimePart content, byte[] signature, List<X509Certificate> certificates)
            throws IOException, RefusalException, CMSException, OperatorCreationException {
        CMSSignedData signed = new CMSSignedData(signature);
        Map<DigestAlgorithm, byte[]> digests = digests(content, signed);
        Map<ASN1ObjectIdentifier, byte[]> hashes = new HashMap<>();
        digests.forEach((algorithm, digest) -> hashes.put(new ASN1ObjectIdentifier(algorithm.oid()), digest));
        for (SignerInformation signer : new CMSSignedData(hashes, signed.toASN1Structure()).getSignerInfos()) {
            Optional<DigestAlgorithm> algorithm = DigestAlgorithm.ofOid(signer.getDigestAlgOID());
            for (X509Certificate certificate : certificates) {
                if (algorithm.isPresent() && signer.verify(verifier(certificate))) {
                    return new Verified(
                            content,
                            Mic.of(digests.get(algorithm.get()), algorithm.get()),
                            CertificateSummary.fingerprint(certificate));
                }
            }
        }
        throw new RefusalException(
                Refusal.NOT_AUTHENTIC,
                digests.isEmpty()
                        ? "The signature has no signer with a known digest algorithm"
                        : "The signature does not verify with any valid certificate that the agreement names");
    }

    private static SignerInformationVerifier verifier(X509Certificate certificate) throws OperatorCreationException {
        return new JcaSimpleSignerInfoVerifierBuilder()
                .setProvider(BouncyCastle.PROVIDER)
                .build(certificate.getPublicKey());
    }

    /** Digests the part once, for each algorithm that a signer uses. */
    private static Map<DigestAlgorithm, byte[]> digests(MimePart content, CMSSignedData signature) throws IOException {
        Map<DigestAlgorithm, MessageDigest> running = new EnumMap<>(DigestAlgorithm.class);
        for (SignerInformation signer : signature.getSignerInfos()) {
            DigestAlgorithm.ofOid(signer.getDigestAlgOID())
                    .ifPresent(algorithm -> running.computeIfAbsent(algorithm, DigestAlgorithm::newDigest));
        }
        byte[] buffer = new byte[Content.BUFFER];
        try (InputStream in = content.whole().open()) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                for (MessageDigest digest : running.values()) {
                    digest.update(buffer, 0, length);
                }
            }
        }
        Map<DigestAlgorithm, byte[]> digests = new EnumMap<>(DigestAlgorithm.class);
        running.forEach((algorithm, digest) -> digests.put(algorithm, digest.digest()));
        return digests;
    }

    private static byte[] signature(MimePart part, As2Limits limits) throws IOException, RefusalException {
        try (InputStream in = part.openDecoded()) {
            byte[] signature = in.readNBytes(limits.signatureBytes() + 1);
            if (signature.length > limits.signatureBytes()) {
                throw new RefusalException(
                        Refusal.TOO_LARGE, "The signature is larger than " + limits.signatureBytes() + " bytes");
            }
            return signature;
        }
    }
}
