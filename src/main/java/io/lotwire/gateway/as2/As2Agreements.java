package io.lotwire.gateway.as2;

import io.lotwire.as2.AcceptanceRules;
import io.lotwire.as2.Allowance;
import io.lotwire.as2.As2Agreement;
import io.lotwire.as2.As2Exception;
import io.lotwire.as2.As2Ids;
import io.lotwire.as2.Certificates;
import io.lotwire.as2.DigestAlgorithm;
import io.lotwire.as2.EncryptionAlgorithm;
import io.lotwire.as2.KeyAndCertificate;
import io.lotwire.as2.SendingRules;
import io.lotwire.gateway.RootCause;
import io.lotwire.partner.As2Wire;
import io.lotwire.partner.CertificateFile;
import io.lotwire.partner.KeyFile;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** The AS2 agreements between us and every partner with an AS2 wire, made from the profiles at start. */
@Singleton
public class As2Agreements {
    private static final Logger LOG = Logger.getLogger(As2Agreements.class);

    private final Map<String, As2Agreement> byPartner = new LinkedHashMap<>();

    As2Agreements(Profiles profiles) {
        Optional<As2Wire> ours = profiles.self().flatMap(Profile::as2);
        if (ours.isEmpty()) {
            return;
        }
        for (Profile partner : profiles.partners()) {
            partner.as2().ifPresent(theirs -> add(partner, ours.get(), theirs));
        }
    }

    /** The agreement for a message that comes in under these names. */
    Optional<As2Agreement> incoming(As2Ids ids) {
        return byPartner.values().stream()
                .filter(agreement -> agreement.incoming().equals(ids))
                .findFirst();
    }

    /** The agreement with a partner, by profile name. */
    Optional<As2Agreement> with(String partner) {
        return Optional.ofNullable(byPartner.get(partner));
    }

    private void add(Profile partner, As2Wire ours, As2Wire theirs) {
        try {
            byPartner.put(
                    partner.name(),
                    new As2Agreement(
                            ours.id(),
                            theirs.id(),
                            keys(ours.key()),
                            certificates(theirs),
                            sending(theirs),
                            acceptance(theirs)));
        } catch (IOException | GeneralSecurityException | As2Exception e) {
            LOG.errorf(
                    "AS2 with %s does not work: %s. Run 'lotwire partner check %s'.",
                    partner.name(), RootCause.sentence(e), partner.name());
        }
    }

    private static List<KeyAndCertificate> keys(KeyFile file) throws IOException, As2Exception {
        return List.of(Certificates.readPkcs12(file.path(), file.password()));
    }

    private static List<X509Certificate> certificates(As2Wire wire) throws IOException, GeneralSecurityException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (CertificateFile file : wire.certificates()) {
            certificates.add(file.read());
        }
        return certificates;
    }

    private static SendingRules sending(As2Wire wire) {
        return SendingRules.standard()
                .signing(named(DigestAlgorithm.class, wire.sign()))
                .encrypting(named(EncryptionAlgorithm.class, wire.encrypt()))
                .withSignedMdn(wire.mdn() == As2Wire.MdnWish.SIGNED);
    }

    private static AcceptanceRules acceptance(As2Wire wire) {
        Set<Allowance> allowances = EnumSet.noneOf(Allowance.class);
        if (!wire.requireSigned()) {
            allowances.add(Allowance.UNSIGNED);
        }
        if (!wire.requireEncrypted()) {
            allowances.add(Allowance.UNENCRYPTED);
        }
        if (wire.sign() == As2Wire.SigningAlgorithm.SHA_1) {
            allowances.add(Allowance.SHA_1);
        }
        if (wire.encrypt() == As2Wire.EncryptionAlgorithm.TRIPLE_DES) {
            allowances.add(Allowance.TRIPLE_DES);
        }
        return AcceptanceRules.standard().allowing(allowances);
    }

    /** The engine's algorithm of the same name; empty for {@code NONE}. */
    private static <E extends Enum<E>> Optional<E> named(Class<E> algorithms, Enum<?> wish) {
        return wish.name().equals("NONE") ? Optional.empty() : Optional.of(Enum.valueOf(algorithms, wish.name()));
    }
}
