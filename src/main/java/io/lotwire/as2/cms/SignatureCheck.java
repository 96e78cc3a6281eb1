package io.lotwire.as2.cms;

import io.lotwire.as2.mime.MimePart;
import io.lotwire.as2.mime.Multipart;
import io.lotwire.as2.protection.DigestAlgorithm;
import io.lotwire.as2.protection.Mic;
import io.lotwire.as2.refusal.As2Limits;
import io.lotwire.as2.refusal.Refusal;
import io.lotwire.as2.refusal.RefusalException;
import java.io.IOException;
import java.io.InputStream;
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
        } catch (CMSException | RuntimeException e) {
            throw new RefusalException(Refusal.NOT_AUTHENTIC, "The signature cannot be read", e);
        }
    }

    private static Verified verify(MimePart content, byte[] signature, List<X509Certificate> certificates)
            throws IOException, RefusalException, CMSException {
        CMSSignedData signed = new CMSSignedData(signature);
        Map<DigestAlgorithm, byte[]> digests = digests(content, signed);
        Map<ASN1ObjectIdentifier, byte[]> hashes = new HashMap<>();
        digests.forEach((algorithm, digest) -> hashes.put(new ASN1ObjectIdentifier(algorithm.oid()), digest));
        for (SignerInformation signer : new CMSSignedData(hashes, signed.toASN1Structure()).getSignerInfos()) {
            Optional<DigestAlgorithm> algorithm = DigestAlgorithm.ofOid(signer.getDigestAlgOID());
            for (X509Certificate certificate : certificates) {
                KnownCertificate known = KnownCertificate.of(certificate);
                if (algorithm.isPresent() && known.made(signer)) {
                    return new Verified(
                            content, Mic.of(digests.get(algorithm.get()), algorithm.get()), known.fingerprint());
                }
            }
        }
        throw new RefusalException(
                Refusal.NOT_AUTHENTIC,
                digests.isEmpty()
                        ? "The signature has no signer with a known digest algorithm"
                        : "The signature does not verify with any valid certificate that the agreement names");
    }

    /** Digests the part once for each algorithm that a signer uses. */
    private static Map<DigestAlgorithm, byte[]> digests(MimePart content, CMSSignedData signature) throws IOException {
        Map<DigestAlgorithm, byte[]> digests = new EnumMap<>(DigestAlgorithm.class);
        for (SignerInformation signer : signature.getSignerInfos()) {
            Optional<DigestAlgorithm> algorithm = DigestAlgorithm.ofOid(signer.getDigestAlgOID());
            if (algorithm.isPresent() && !digests.containsKey(algorithm.get())) {
                digests.put(algorithm.get(), algorithm.get().digest(content.whole()));
            }
        }
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
