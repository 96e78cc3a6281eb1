package io.lotwire.as2.keys;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes RSA keys with self-signed certificates, the usual identity of an AS2 partner, and writes them to files. */
public final class KeyMaker {
    private static final int RSA_BITS = 2048;
    private static final int SERIAL_BITS = 127;

    private KeyMaker() {}

    /**
     * A new key with a certificate for signing and encryption.
     *
     * @param commonName the certificate's subject and issuer
     * @param from valid from
     * @param lifetime valid for
     */
    public static KeyAndCertificate make(String commonName, Instant from, Duration lifetime) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            KeyPair pair = generator.generateKeyPair();
            return new KeyAndCertificate(pair.getPrivate(), selfSigned(pair, commonName, from, lifetime));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("The Java runtime cannot make an RSA key", e);
        }
    }

    /** Writes key and certificate as PKCS#12, readable by the owner only, replacing the file in one step. */
    public static void writePkcs12(KeyAndCertificate identity, Path file, char[] password) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            X509Certificate[] chain = {identity.certificate()};
            store.setKeyEntry("as2", identity.key(), password, chain);
            replace(file, out -> {
                try {
                    store.store(out, password);
                } catch (GeneralSecurityException e) {
                    throw new IOException("PKCS#12 cannot be written to " + file, e);
                }
            });
        } catch (GeneralSecurityException e) {
            throw new IOException("PKCS#12 cannot be written to " + file, e);
        }
    }

    /** Writes the certificate in PEM form, for the partner; readable by the owner only until it is handed on. */
    public static void writeCertificate(X509Certificate certificate, Path file) throws IOException {
        byte[] der;
        try {
            der = certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IOException("The certificate cannot be written to " + file, e);
        }
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END CERTIFICATE-----\n";
        replace(file, out -> out.write(pem.getBytes(StandardCharsets.US_ASCII)));
    }

    private static X509Certificate selfSigned(KeyPair pair, String commonName, Instant from, Duration lifetime)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        X500Name name = new X500NameBuilder().addRDN(BCStyle.CN, commonName).build();
        var builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE),
                Date.from(from),
                Date.from(from.plus(lifetime)),
                name,
                pair.getPublic());
        builder.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment | KeyUsage.dataEncipherment));
        builder.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
        var signer = new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private static void replace(Path file, Content content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path written = Files.createTempFile(folder, file.getFileName().toString(), ".part", ownerOnly());
        try {
            try (OutputStream out = Files.newOutputStream(written)) {
                content.writeTo(out);
            }
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
