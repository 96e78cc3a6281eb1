package io.lotwire.partner.certificate;

import io.lotwire.yaml.FileLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A private key of ours and its certificate: one PKCS#12 file, or a PKCS#8 file (PEM or DER) beside the certificate's.
 * The password stands elsewhere, so that profiles do not hold it.
 *
 * @param path the PKCS#12 or PKCS#8 file
 * @param certificate the certificate's file, null for PKCS#12
 * @param password what opens the file
 * @param from when we begin to sign with it; what is encrypted for it is read before
 * @param at where the profile names it
 */
public record KeyFile(Path path, Path certificate, Password password, Instant from, FileLine at) implements Activated {
    private static final Pattern PEM = Pattern.compile(
            "-----BEGIN (ENCRYPTED )?PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END (ENCRYPTED )?PRIVATE KEY-----");

    /**
     * What a key file holds.
     *
     * @param key the private key; never printed
     * @param certificate its certificate
     */
    public record Identity(PrivateKey key, X509Certificate certificate) {
        /** The subject; nothing of the key. */
        @Override
        public String toString() {
            return certificate.getSubjectX500Principal().getName();
        }
    }

    /**
     * Reads key and certificate.
     *
     * @throws IOException when a file cannot be read, or the password is wrong
     * @throws GeneralSecurityException when the file holds something else than one RSA key, or another certificate's
     */
    public Identity read() throws IOException, GeneralSecurityException {
        Identity identity = certificate == null ? readPkcs12() : readPkcs8();
        if (!(identity.key() instanceof RSAPrivateKey secret)
                || !(identity.certificate().getPublicKey() instanceof RSAPublicKey known)
                || !secret.getModulus().equals(known.getModulus())) {
            throw new GeneralSecurityException("key and certificate are not of one RSA key");
        }
        return identity;
    }

    private Identity readPkcs12() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(Files.readAllBytes(path)), password.read());
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        if (keys.size() == 1
                && store.getKey(keys.get(0), password.read()) instanceof PrivateKey key
                && store.getCertificate(keys.get(0)) instanceof X509Certificate own) {
            return new Identity(key, own);
        }
        throw new GeneralSecurityException("the file holds " + keys.size() + " private keys instead of one");
    }

    private Identity readPkcs8() throws IOException, GeneralSecurityException {
        byte[] bytes = Files.readAllBytes(path);
        Matcher pem = PEM.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        boolean isPem = pem.find();
        byte[] der = isPem ? Base64.getMimeDecoder().decode(pem.group(2)) : bytes;
        boolean encrypted = isPem ? pem.group(1) != null : password.read().length > 0;
        KeySpec spec = encrypted ? decrypted(der) : new PKCS8EncodedKeySpec(der);
        X509Certificate own = new CertificateFile(certificate, Password.none(), from, at).read();
        return new Identity(KeyFactory.getInstance("RSA").generatePrivate(spec), own);
    }

    private KeySpec decrypted(byte[] der) throws IOException, GeneralSecurityException {
        EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
        String algorithm = info.getAlgParameters() == null
                ? info.getAlgName()
                : info.getAlgParameters().toString();
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(
                Cipher.DECRYPT_MODE,
                SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password.read())),
                info.getAlgParameters());
        return info.getKeySpec(cipher);
    }
}
