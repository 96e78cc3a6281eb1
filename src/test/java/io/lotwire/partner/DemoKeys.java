package io.lotwire.partner;

import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Writes the files that the shipped profiles name into a data folder. */
public final class DemoKeys {
    /** The password of our key. */
    public static final String PASSWORD = "a-secret-that-nobody-prints";

    private final Path keys;
    private final KeyPair pair;

    public DemoKeys(Path data) throws Exception {
        keys = Files.createDirectories(data.resolve("keys"));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        pair = generator.generateKeyPair();
    }

    /** Writes all of them, valid in this time. */
    public void writeAll(Instant from, Instant until) throws Exception {
        for (String partner : new String[] {"green-valley-farm", "fairway-markets"}) {
            writeCertificate(partner, from, until);
        }
        X509Certificate certificate = certificate("northgate-distribution", from, until);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("us", pair.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {certificate});
        try (OutputStream out = Files.newOutputStream(keys.resolve("northgate-distribution.p12"))) {
            store.store(out, PASSWORD.toCharArray());
        }
        Files.writeString(keys.resolve("northgate-distribution.password"), PASSWORD + "\n");
        Files.writeString(keys.resolve("harbor-3pl.sftp.key"), "a key");
        Files.writeString(keys.resolve("harbor-3pl.known_hosts"), "a host");
    }

    /** Writes the certificate of a partner. */
    public void writeCertificate(String partner, Instant from, Instant until) throws Exception {
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(certificate(partner, from, until).getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        Files.writeString(keys.resolve(partner + ".crt"), pem);
    }

    private X509Certificate certificate(String name, Instant from, Instant until) throws Exception {
        X500Principal subject = new X500Principal("CN=" + name);
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                subject, BigInteger.ONE, Date.from(from), Date.from(until), subject, pair.getPublic());
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
    }
}
