package io.lotwire.as2.cms;

import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.bytes.SpoolOutput;
import io.lotwire.as2.bytes.SpooledOutput;
import io.lotwire.as2.mime.MimePart;
import io.lotwire.as2.protection.DigestAlgorithm;
import io.lotwire.as2.protection.Mic;
import io.lotwire.as2.refusal.As2Limits;
import io.lotwire.as2.refusal.Refusal;
import io.lotwire.as2.refusal.RefusalException;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataParser;
import org.bouncycastle.cms.CMSTypedStream;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Opens signed-data with its content inside (application/pkcs7-mime; smime-type=signed-data) from a stream into the spool. */
public final class OpaqueSignature {
    private OpaqueSignature() {}

    /**
     * Checks the signature by the rules of {@link SignatureCheck}.
     *
     * @param to where the content is written, a MIME part
     */
    public static SignatureCheck.Verified open(
            MimePart part, List<X509Certificate> certificates, As2Limits limits, SpooledOutput to)
            throws IOException, RefusalException {
        try (InputStream decoded = part.openDecoded()) {
            CmsInput input = new CmsInput(decoded);
            CMSSignedDataParser parser =
                    new CMSSignedDataParser(new JcaDigestCalculatorProviderBuilder().build(), input.forParser());
            CMSTypedStream signed = parser.getSignedContent();
            if (signed == null) {
                throw new RefusalException(Refusal.MALFORMED, "A signed-data part has no content inside");
            }
            try (to;
                    InputStream content = signed.getContentStream()) {
                input.copy(content, to);
            }
            return verified(parser, certificates, limits, to.content());
        } catch (SpoolOutput.SpoolException e) {
            throw e;
        } catch (CMSException | OperatorCreationException | IOException | RuntimeException e) {
            throw new RefusalException(Refusal.NOT_AUTHENTIC, "The signature cannot be read", e);
        }
    }

    private static SignatureCheck.Verified verified(
            CMSSignedDataParser parser, List<X509Certificate> certificates, As2Limits limits, Content content)
            throws CMSException, IOException, RefusalException {
        for (SignerInformation signer : parser.getSignerInfos()) {
            Optional<DigestAlgorithm> algorithm = DigestAlgorithm.ofOid(signer.getDigestAlgOID());
            for (X509Certificate certificate : certificates) {
                KnownCertificate known = KnownCertificate.of(certificate);
                if (algorithm.isPresent() && known.made(signer)) {
                    MimePart inner = MimePart.read(content, limits.headerBytes());
                    return new SignatureCheck.Verified(inner, Mic.of(content, algorithm.get()), known.fingerprint());
                }
            }
        }
        throw new RefusalException(
                Refusal.NOT_AUTHENTIC,
                "The signature does not verify with any valid certificate that the agreement names");
    }
}
