package io.lotwire.as2;

import io.lotwire.as2.agreement.Allowance;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.bytes.Spool;
import io.lotwire.as2.cms.CmsKind;
import io.lotwire.as2.cms.Decryption;
import io.lotwire.as2.cms.Expansion;
import io.lotwire.as2.cms.OpaqueSignature;
import io.lotwire.as2.cms.SignatureCheck;
import io.lotwire.as2.mdn.MdnReader;
import io.lotwire.as2.mdn.MdnRequest;
import io.lotwire.as2.mime.MimePart;
import io.lotwire.as2.protection.DigestAlgorithm;
import io.lotwire.as2.protection.EncryptionAlgorithm;
import io.lotwire.as2.protection.Mic;
import io.lotwire.as2.protection.Protection;
import io.lotwire.as2.refusal.As2Limits;
import io.lotwire.as2.refusal.Refusal;
import io.lotwire.as2.refusal.RefusalException;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes the layers of protection off one message, from the outermost inwards, each at most once. */
final class Unwrapping {
    private final As2Agreement agreement;
    private final As2Limits limits;
    private final List<X509Certificate> certificates;
    private final Spool spool;

    private Optional<SignatureCheck.Verified> signature = Optional.empty();
    private Optional<EncryptionAlgorithm> encryption = Optional.empty();
    private boolean compressed;

    Unwrapping(As2Agreement agreement, As2Limits limits, Instant now, Spool spool) {
        this.agreement = agreement;
        this.limits = limits;
        this.certificates = agreement.validCertificates(now);
        this.spool = spool;
    }

    /**
     * The content inside all layers.
     *
     * @throws RefusalException when a layer does not open, or the message is protected less than agreed. Of an
     *     encrypted message, all that fails before its signature holds is {@link Refusal#NOT_AUTHENTIC}: finer answers
     *     would let a stranger decrypt by asking (padding oracle)
     */
    MimePart open(MimePart outer) throws IOException, RefusalException {
        try {
            MimePart content = peel(outer);
            if (!MdnReader.isMdn(content)) {
                requireAgreedProtection();
            }
            return content;
        } catch (RefusalException e) {
            if (encryption.isPresent() && signature.isEmpty() && e.refusal() != Refusal.NOT_AUTHENTIC) {
                throw new RefusalException(Refusal.NOT_AUTHENTIC, "After decryption: " + e.getMessage());
            }
            throw e;
        }
    }

    Protection protection() {
        return new Protection(
                signature.map(SignatureCheck.Verified::algorithm),
                signature.map(SignatureCheck.Verified::signer).orElse(""),
                encryption,
                compressed);
    }

    /** The MIC by RFC 4130 section 7.3.1 and RFC 5402 section 4.1. */
    Mic mic(MimePart content, MdnRequest request) throws IOException {
        if (signature.isPresent()) {
            return signature.get().mic();
        }
        DigestAlgorithm algorithm = request.preferredMicAlgorithm();
        boolean withHeaders = encryption.isPresent() || compressed;
        return Mic.of(withHeaders ? content.whole() : content.body(), algorithm);
    }

    private MimePart peel(MimePart outer) throws IOException, RefusalException {
        MimePart part = outer;
        for (int layer = 0; layer <= limits.securityLayers(); layer++) {
            String type = part.contentType().main();
            if (type.equals("multipart/signed")) {
                part = verified(part);
            } else if (type.equals("application/pkcs7-mime") || type.equals("application/x-pkcs7-mime")) {
                part = opened(part);
            } else {
                return part;
            }
        }
        throw new RefusalException(
                Refusal.TOO_LARGE, "The message has more than " + limits.securityLayers() + " layers of protection");
    }

    private MimePart verified(MimePart part) throws IOException, RefusalException {
        requireOneSignature();
        return accepted(SignatureCheck.verify(SignatureCheck.parts(part, limits), certificates, limits));
    }

    /** A signature that holds its content inside (RFC 5751 section 3.4.2), which some partners send. */
    private MimePart unpacked(MimePart part) throws IOException, RefusalException {
        requireOneSignature();
        return accepted(OpaqueSignature.open(part, certificates, limits, spool.output()));
    }

    private void requireOneSignature() throws RefusalException {
        if (signature.isPresent()) {
            throw new RefusalException(Refusal.MALFORMED, "The message is signed twice");
        }
    }

    private MimePart accepted(SignatureCheck.Verified verified) throws RefusalException {
        if (verified.algorithm() == DigestAlgorithm.SHA_1
                && !agreement.acceptance().allows(Allowance.SHA_1)) {
            throw new RefusalException(
                    Refusal.INSUFFICIENT_SECURITY,
                    "The message is signed with SHA-1, which the agreement does not allow");
        }
        signature = Optional.of(verified);
        return verified.signedPart();
    }

    private MimePart opened(MimePart part) throws IOException, RefusalException {
        CmsKind kind;
        try (InputStream in = part.openDecoded()) {
            kind = CmsKind.of(in);
        }
        return switch (kind) {
            case ENVELOPED, AUTH_ENVELOPED -> decrypted(part, kind == CmsKind.AUTH_ENVELOPED);
            case COMPRESSED -> expanded(part);
            case SIGNED -> unpacked(part);
            case OTHER ->
                throw new RefusalException(
                        Refusal.MALFORMED,
                        "A pkcs7-mime part is neither enveloped-data, signed-data nor compressed-data");
        };
    }

    private MimePart decrypted(MimePart part, boolean authenticated) throws IOException, RefusalException {
        if (encryption.isPresent()) {
            throw new RefusalException(Refusal.MALFORMED, "The message is encrypted twice");
        }
        Decryption.Decrypted decrypted =
                Decryption.decrypt(part, authenticated, agreement.ourKeys(), agreement.acceptance(), spool.output());
        encryption = Optional.of(decrypted.algorithm());
        return MimePart.read(decrypted.content(), limits.headerBytes());
    }

    private MimePart expanded(MimePart part) throws IOException, RefusalException {
        if (compressed) {
            throw new RefusalException(Refusal.MALFORMED, "The message is compressed twice");
        }
        Content content = Expansion.expand(part, limits, spool);
        compressed = true;
        return MimePart.read(content, limits.headerBytes());
    }

    private void requireAgreedProtection() throws RefusalException {
        if (signature.isEmpty() && !agreement.acceptance().allows(Allowance.UNSIGNED)) {
            throw new RefusalException(
                    Refusal.INSUFFICIENT_SECURITY, "The message is not signed; the agreement wants a signature");
        }
        if (encryption.isEmpty() && !agreement.acceptance().allows(Allowance.UNENCRYPTED)) {
            throw new RefusalException(
                    Refusal.INSUFFICIENT_SECURITY, "The message is not encrypted; the agreement wants encryption");
        }
    }
}
