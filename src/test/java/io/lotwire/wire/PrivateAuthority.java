package io.lotwire.wire;

import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A company's own authority, which issues certificates for its servers, and which Java does not know until it is told. */
public final class PrivateAuthority {
    private static final X500Principal NAME = new X500Principal("CN=Northgate Authority");
    private static final char[] PASSWORD = "known-to-everybody".toCharArray();
    private static final Duration AGE = Duration.ofDays(30);

    private final KeyPair keys = pair();
    private final X509Certificate certificate;
    private long serial = 1;

    public PrivateAuthority() throws Exception {
        certificate = signed(NAME, keys, new GeneralName[0], true, Instant.now().plus(AGE));
    }

    /**
     * What it issued for a server.
     *
     * @param certificate the server's certificate
     * @param server what the server makes its side of TLS with
     */
    public record Issued(X509Certificate certificate, SSLContext server) {
        /** Writes the certificate as PEM, for a profile to name. */
        public Path pem(Path file) throws Exception {
            return Files.writeString(
                    file,
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                            + "\n-----END CERTIFICATE-----\n");
        }
    }

    /** Issues a certificate for a server of these names and addresses. */
    public Issued issue(String... names) throws Exception {
        return issueUntil(Instant.now().plus(AGE), names);
    }

    /** The same, which ends at a moment. */
    public Issued issueUntil(Instant end, String... names) throws Exception {
        KeyPair own = pair();
        GeneralName[] bears = Arrays.stream(names)
                .map(name ->
                        new GeneralName(name.matches("[0-9.]+") ? GeneralName.iPAddress : GeneralName.dNSName, name))
                .toArray(GeneralName[]::new);
        X509Certificate issued = signed(new X500Principal("CN=A server"), own, bears, false, end);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", own.getPrivate(), PASSWORD, new Certificate[] {issued, certificate});
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD);
        SSLContext server = SSLContext.getInstance("TLS");
        server.init(managers.getKeyManagers(), null, null);
        return new Issued(issued, server);
    }

    /**
     * Java trusts it until this is closed, as where an operator names a store of trusted authorities.
     *
     * @param folder where that is put
     */
    public Trust trusted(Path folder) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("northgate", certificate);
        Path file = folder.resolve("authorities.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
        return new Trust(Map.of(
                "javax.net.ssl.trustStore", file.toString(),
                "javax.net.ssl.trustStorePassword", String.valueOf(PASSWORD),
                "javax.net.ssl.trustStoreType", "PKCS12"));
    }

    /** That Java trusts it. */
    public static final class Trust implements AutoCloseable {
        private final Map<String, String> before = new HashMap<>();

        private Trust(Map<String, String> properties) {
            properties.forEach((name, value) -> before.put(name, System.setProperty(name, value)));
        }

        @Override
        public void close() {
            before.forEach((name, value) -> {
                if (value == null) {
                    System.clearProperty(name);
                } else {
                    System.setProperty(name, value);
                }
            });
        }
    }

    private X509Certificate signed(
            X500Principal subject, KeyPair of, GeneralName[] names, boolean isAuthority, Instant end) throws Exception {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                NAME,
                BigInteger.valueOf(serial++),
                Date.from(end.minus(AGE.multipliedBy(2))),
                Date.from(end),
                subject,
                of.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
        if (names.length > 0) {
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    }

    private static KeyPair pair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
