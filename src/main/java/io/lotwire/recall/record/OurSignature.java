package io.lotwire.recall.record;

import io.lotwire.as2.DetachedSignature;
import io.lotwire.as2.keys.CertificateSummary;
import io.lotwire.as2.keys.KeyAndCertificate;
import io.lotwire.partner.Profile;
import io.lotwire.partner.certificate.Activated;
import io.lotwire.partner.certificate.KeyFile;
import io.lotwire.seal.SealedFile;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Signs records with the owner's key: the one that is in use now for what they send. */
public final class OurSignature {
    private final KeyAndCertificate key;

    private OurSignature(KeyAndCertificate key) {
        this.key = key;
    }

    /**
     * That of the owner.
     *
     * @param us the owner's profile
     * @return empty when they have no key
     * @throws IOException when the key cannot be read
     */
    public static Optional<OurSignature> of(Profile us, Instant now) throws IOException {
        List<KeyFile> keys = Activated.inOrder(
                us.wires().stream().flatMap(wire -> wire.keys().stream()).toList(), now);
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        KeyFile file = keys.get(0);
        try {
            KeyFile.Identity identity = file.read();
            return Optional.of(new OurSignature(new KeyAndCertificate(identity.key(), identity.certificate())));
        } catch (GeneralSecurityException wrongKey) {
            throw new IOException("The key " + file.path() + " cannot be used: " + wrongKey.getMessage(), wrongKey);
        }
    }

    /** Who signs, in words. */
    public String words() {
        return CertificateSummary.of(key.certificate());
    }

    /** What signs manifests. */
    public SealedFile.Signer signer() {
        return manifest -> DetachedSignature.of(manifest, key);
    }
}
