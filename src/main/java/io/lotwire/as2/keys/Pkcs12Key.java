package io.lotwire.as2.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Collections;

/** Reads a key with its certificate from PKCS#12 (RFC 7292). */
public final class Pkcs12Key {
    private Pkcs12Key() {}

    /**
     * The key and certificate of a PKCS#12 file.
     *
     * @throws As2Exception when the password is wrong or the file holds no RSA key; names the file
     */
    public static KeyAndCertificate read(Path file, char[] password) throws As2Exception {
        try (var in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            for (String alias : Collections.list(store.aliases())) {
                Key key = store.getKey(alias, password);
                if (key instanceof PrivateKey privateKey
                        && store.getCertificate(alias) instanceof X509Certificate certificate) {
                    return matching(file, privateKey, certificate);
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new As2Exception(
                    "The PKCS#12 file " + file + " cannot be opened: " + reason + "; check file and password", e);
        }
        throw new As2Exception("The PKCS#12 file " + file + " holds no private key with its certificate");
    }

    private static KeyAndCertificate matching(Path file, PrivateKey key, X509Certificate certificate)
            throws As2Exception {
        if (!(key instanceof RSAPrivateKey secret) || !(certificate.getPublicKey() instanceof RSAPublicKey known)) {
            throw new As2Exception("The key in " + file + " is no RSA key; AS2 partners exchange RSA keys");
        }
        if (!secret.getModulus().equals(known.getModulus())) {
            throw new As2Exception("The key in " + file + " does not belong to the certificate of "
                    + certificate.getSubjectX500Principal().getName());
        }
        return new KeyAndCertificate(key, certificate);
    }
}
