package io.lotwire.as2.keys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/** Reads certificates and keys from the forms in which partners exchange them. */
public final class Certificates {
    private Certificates() {}

    /**
     * The certificates of a PEM, DER or PKCS#7 file, in its order.
     *
     * @throws As2Exception when the file cannot be read or holds no certificate; names the file
     */
    public static List<X509Certificate> read(Path file) throws As2Exception {
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            byte[] bytes = Files.readAllBytes(file);
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Certificate certificate : factory.generateCertificates(new ByteArrayInputStream(bytes))) {
                certificates.add((X509Certificate) certificate);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new As2Exception("The certificate file " + file + " cannot be read: " + reason(e), e);
        }
        if (certificates.isEmpty()) {
            throw new As2Exception("The file " + file + " holds no certificate; give a PEM or DER certificate");
        }
        return List.copyOf(certificates);
    }

    /**
     * The key and certificate of a PKCS#12 file.
     *
     * @throws As2Exception when the password is wrong or the file holds no RSA key; names the file
     */
    public static KeyAndCertificate readPkcs12(Path file, char[] password) throws As2Exception {
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
            throw new As2Exception(
                    "The PKCS#12 file " + file + " cannot be opened: " + reason(e) + "; check file and password", e);
        }
        throw new As2Exception("The PKCS#12 file " + file + " holds no private key with its certificate");
    }

    /**
     * A PEM key (PKCS#8 or the older RSA form, encrypted or not) with its certificate.
     *
     * @param keyFile the private key
     * @param password for an encrypted key, empty otherwise
     * @param certificateFile its certificate; the first one counts. May be the same file
     * @throws As2Exception when either cannot be read or they do not belong together; names the file
     */
    public static KeyAndCertificate readPem(Path keyFile, char[] password, Path certificateFile) throws As2Exception {
        PrivateKey key = readPemKey(keyFile, password);
        return matching(keyFile, key, read(certificateFile).get(0));
    }

    private static PrivateKey readPemKey(Path file, char[] password) throws As2Exception {
        try (var in = Files.newInputStream(file);
                PEMParser parser = new PEMParser(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
                PrivateKeyInfo info = privateKey(object, password);
                if (info != null) {
                    return new JcaPEMKeyConverter()
                            .setProvider(BouncyCastle.PROVIDER)
                            .getPrivateKey(info);
                }
            }
        } catch (IOException | OperatorCreationException | PKCSException e) {
            throw new As2Exception(
                    "The key file " + file + " cannot be read: " + reason(e) + "; check file and password", e);
        }
        throw new As2Exception("The file " + file + " holds no private key in PEM form");
    }

    private static PrivateKeyInfo privateKey(Object object, char[] password)
            throws IOException, OperatorCreationException, PKCSException {
        if (object instanceof PrivateKeyInfo info) {
            return info;
        }
        if (object instanceof PEMKeyPair pair) {
            return pair.getPrivateKeyInfo();
        }
        if (object instanceof PEMEncryptedKeyPair pair) {
            return pair.decryptKeyPair(new JcePEMDecryptorProviderBuilder()
                            .setProvider(BouncyCastle.PROVIDER)
                            .build(password))
                    .getPrivateKeyInfo();
        }
        if (object instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
            return encrypted.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                    .setProvider(BouncyCastle.PROVIDER)
                    .build(password));
        }
        return null;
    }

    private static KeyAndCertificate matching(Path file, PrivateKey key, X509Certificate certificate)
            throws As2Exception {
        PublicKey publicKey = certificate.getPublicKey();
        if (!(key instanceof RSAPrivateKey privateRsa) || !(publicKey instanceof RSAPublicKey publicRsa)) {
            throw new As2Exception("The key in " + file + " is no RSA key; AS2 partners exchange RSA keys");
        }
        if (!privateRsa.getModulus().equals(publicRsa.getModulus())) {
            throw new As2Exception("The key in " + file + " does not belong to the certificate of "
                    + certificate.getSubjectX500Principal().getName());
        }
        return new KeyAndCertificate(key, certificate);
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
