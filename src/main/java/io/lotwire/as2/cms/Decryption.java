package io.lotwire.as2.cms;

import io.lotwire.as2.agreement.AcceptanceRules;
import io.lotwire.as2.agreement.Allowance;
import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.bytes.SpoolOutput;
import io.lotwire.as2.bytes.SpooledOutput;
import io.lotwire.as2.keys.BouncyCastle;
import io.lotwire.as2.keys.KeyAndCertificate;
import io.lotwire.as2.keys.RsaKeys;
import io.lotwire.as2.mime.MimePart;
import io.lotwire.as2.protection.EncryptionAlgorithm;
import io.lotwire.as2.refusal.Refusal;
import io.lotwire.as2.refusal.RefusalException;
import java.io.IOException;
import java.io.InputStream;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSAuthEnvelopedDataParser;
import org.bouncycastle.cms.CMSEnvelopedDataParser;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.RecipientInformationStore;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipient;

/** Opens enveloped-data and authEnveloped-data (RFC 5652, RFC 5083) from a stream into the spool. */
public final class Decryption {
    private static final int GCM_TAG_BITS = 128;

    /** What was inside. */
    public record Decrypted(EncryptionAlgorithm algorithm, Content content) {}

    private Decryption() {}

    /**
     * Decrypts with whichever of our keys the message was made for.
     *
     * @return the algorithm that the message was encrypted with, and what was in it
     */
    public static Decrypted decrypt(
            MimePart part, boolean authenticated, List<KeyAndCertificate> keys, AcceptanceRules rules, SpooledOutput to)
            throws IOException, RefusalException {
        try (InputStream decoded = part.openDecoded()) {
            CmsInput input = new CmsInput(decoded);
            return authenticated ? openAuthenticated(input, keys, rules, to) : openEnveloped(input, keys, rules, to);
        } catch (SpoolOutput.SpoolException e) {
            throw e;
        } catch (CMSException | IOException | RuntimeException e) {
            throw new RefusalException(Refusal.NOT_AUTHENTIC, "The message cannot be decrypted", e);
        }
    }

    private static Decrypted openEnveloped(
            CmsInput input, List<KeyAndCertificate> keys, AcceptanceRules rules, SpooledOutput to)
            throws CMSException, IOException, RefusalException {
        CMSEnvelopedDataParser parser = new CMSEnvelopedDataParser(input.forParser());
        EncryptionAlgorithm algorithm = allowed(parser.getEncryptionAlgOID(), false, rules);
        write(
                parser.getRecipientInfos(),
                keys,
                JceKeyTransEnvelopedRecipient::new,
                BouncyCastle.contentProvider(algorithm),
                input,
                to);
        return new Decrypted(algorithm, to.content());
    }

    private static Decrypted openAuthenticated(
            CmsInput input, List<KeyAndCertificate> keys, AcceptanceRules rules, SpooledOutput to)
            throws CMSException, IOException, RefusalException {
        CMSAuthEnvelopedDataParser parser = new CMSAuthEnvelopedDataParser(input.forParser());
        EncryptionAlgorithm algorithm = allowed(parser.getEncAlgOID(), true, rules);
        write(
                parser.getRecipientInfos(),
                keys,
                JceKeyTransAuthEnvelopedRecipient::new,
                BouncyCastle.contentProvider(algorithm),
                input,
                to);
        return new Decrypted(algorithm, to.content());
    }

    private static EncryptionAlgorithm allowed(String oid, boolean authenticated, AcceptanceRules rules)
            throws RefusalException {
        Optional<EncryptionAlgorithm> algorithm =
                EncryptionAlgorithm.ofOid(oid).filter(known -> known.authenticated() == authenticated);
        if (algorithm.isEmpty()) {
            throw new RefusalException(
                    Refusal.INSUFFICIENT_SECURITY, "The encryption algorithm " + oid + " is not supported");
        }
        if (algorithm.get() == EncryptionAlgorithm.TRIPLE_DES && !rules.allows(Allowance.TRIPLE_DES)) {
            throw new RefusalException(
                    Refusal.INSUFFICIENT_SECURITY,
                    "The message is encrypted with Triple DES, which the agreement does not allow");
        }
        return algorithm.get();
    }

    private static void write(
            RecipientInformationStore recipients,
            List<KeyAndCertificate> keys,
            Function<PrivateKey, JceKeyTransRecipient> recipientOf,
            Provider contentProvider,
            CmsInput input,
            SpooledOutput to)
            throws CMSException, IOException, RefusalException {
        for (KeyAndCertificate key : keys) {
            Collection<RecipientInformation> ours = recipients.getRecipients(
                    KnownCertificate.of(key.certificate()).recipientId());
            for (RecipientInformation recipient : ours) {
                JceKeyTransRecipient withKey = recipientOf.apply(key.key());
                if (PKCSObjectIdentifiers.rsaEncryption.getId().equals(recipient.getKeyEncryptionAlgOID())) {
                    RsaKeys.provider(key.key()).ifPresent(withKey::setProvider);
                }
                // After the other one, which would set this too.
                withKey.setContentProvider(contentProvider).setMinimumTagSize(GCM_TAG_BITS);
                try (to;
                        InputStream content =
                                recipient.getContentStream(withKey).getContentStream()) {
                    input.copy(content, to);
                }
                return;
            }
        }
        throw new RefusalException(
                Refusal.NOT_AUTHENTIC,
                "The message is encrypted for none of our certificates: it must be one of " + keys);
    }
}
