package io.lotwire.as2.cms;

import io.lotwire.as2.keys.BouncyCastle;
import io.lotwire.as2.keys.CertificateSummary;
import io.lotwire.as2.keys.RsaKeys;
import java.security.Provider;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KeyTransRecipientInfoGenerator;
import org.bouncycastle.cms.RecipientId;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientId;
import org.bouncycastle.operator.AsymmetricKeyWrapper;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JceAsymmetricKeyWrapper;

/** What messages need of a certificate, made once: it stays the same for years, and making it takes longer than its use. */
final class KnownCertificate {
    /** Each as long as somebody holds the certificate. */
    private static final Map<X509Certificate, KnownCertificate> ALL = Collections.synchronizedMap(new WeakHashMap<>());

    private final X509CertificateHolder holder;
    private final String fingerprint;
    private final Optional<SignerInformationVerifier> quick;
    private final SignerInformationVerifier thorough;
    private final PublicKey key;
    private final RecipientId recipientId;

    private KnownCertificate(X509Certificate certificate)
            throws CertificateEncodingException, OperatorCreationException {
        this.holder = new JcaX509CertificateHolder(certificate);
        this.fingerprint = CertificateSummary.fingerprint(certificate);
        this.key = RsaKeys.prepared(certificate.getPublicKey());
        Optional<Provider> provider = RsaKeys.provider(key);
        this.quick = provider.isPresent() ? Optional.of(verifier(provider.get(), key)) : Optional.empty();
        this.thorough = verifier(BouncyCastle.PROVIDER, certificate.getPublicKey());
        this.recipientId = new JceKeyTransRecipientId(certificate);
    }

    /** @throws CMSException when the certificate cannot be used */
    static KnownCertificate of(X509Certificate certificate) throws CMSException {
        KnownCertificate known = ALL.get(certificate);
        if (known == null) {
            try {
                known = new KnownCertificate(certificate);
            } catch (CertificateEncodingException | OperatorCreationException e) {
                throw new CMSException("The certificate cannot be used: " + e.getMessage(), e);
            }
            ALL.put(certificate, known);
        }
        return known;
    }

    /** The certificate as Bouncy Castle writes it. */
    X509CertificateHolder holder() {
        return holder;
    }

    /** What {@link CertificateSummary#fingerprint} says. */
    String fingerprint() {
        return fingerprint;
    }

    /** Whether the certificate's key made this signature. What native code does not take, Bouncy Castle looks at again. */
    boolean made(SignerInformation signature) throws CMSException {
        return (quick.isPresent() && holds(signature, quick.get())) || signature.verify(thorough);
    }

    /** Whom it names who is to decrypt. */
    RecipientId recipientId() {
        return recipientId;
    }

    /** Encrypts the key of a message for whoever has the certificate's private key. */
    RecipientInfoGenerator recipient() {
        JceAsymmetricKeyWrapper wrapper = new JceAsymmetricKeyWrapper(key);
        RsaKeys.provider(key).ifPresent(wrapper::setProvider);
        return new Recipient(new IssuerAndSerialNumber(holder.toASN1Structure()), wrapper);
    }

    private static final class Recipient extends KeyTransRecipientInfoGenerator {
        Recipient(IssuerAndSerialNumber certificate, AsymmetricKeyWrapper wrapper) {
            super(certificate, wrapper);
        }
    }

    private static boolean holds(SignerInformation signature, SignerInformationVerifier quick) {
        try {
            return signature.verify(quick);
        } catch (CMSException | RuntimeException notTaken) {
            return false;
        }
    }

    private static SignerInformationVerifier verifier(Provider provider, PublicKey key)
            throws OperatorCreationException {
        return new JcaSimpleSignerInfoVerifierBuilder().setProvider(provider).build(key);
    }
}
