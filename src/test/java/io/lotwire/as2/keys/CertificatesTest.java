package io.lotwire.as2.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lotwire.as2.OpenSsl;
import io.lotwire.as2.TwoPartners;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files are made by {@code openssl}: a farm whose certificate an issuer signed, whom a root signed. */
@EnabledIf("io.lotwire.as2.OpenSsl#installed")
class CertificatesTest {
    private static final char[] NONE = new char[0];
    private static final char[] PASSWORD = "correct horse".toCharArray();

    @TempDir
    static Path folder;

    private static X509Certificate farm;

    @BeforeAll
    static void makeAChain() throws Exception {
        request("root", "-x509", "-days", "30");
        request("issuer");
        Files.writeString(folder.resolve("authority"), "basicConstraints=critical,CA:TRUE\n");
        sign("issuer", "root", "-extfile", file("authority"));
        request("farm");
        sign("farm", "issuer");
        request("stranger", "-x509", "-days", "30");
        try (var in = Files.newInputStream(folder.resolve("farm.crt"))) {
            farm = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
        concatenated("chain.crt", "root.crt", "farm.crt", "issuer.crt");
    }

    @Test
    void aCertificateIsReadFromPemAndDer() throws Exception {
        openssl("x509", "-in", file("farm.crt"), "-outform", "DER", "-out", file("farm.der"));

        assertThat(Certificates.ofPartner(folder.resolve("farm.crt"), NONE)).isEqualTo(farm);
        assertThat(Certificates.ofPartner(folder.resolve("farm.der"), NONE)).isEqualTo(farm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PEM", "DER"})
    void aCertificateIsReadFromPkcs7(String form) throws Exception {
        String[] more = {"-outform", form, "-out", file("farm.p7b")};
        openssl(all(more, "crl2pkcs7", "-nocrl", "-certfile", file("farm.crt")));
        assertThat(Certificates.ofPartner(folder.resolve("farm.p7b"), NONE)).isEqualTo(farm);

        openssl(all(more, "crl2pkcs7", "-nocrl", "-certfile", file("chain.crt")));
        assertThat(Certificates.ofPartner(folder.resolve("farm.p7b"), NONE)).isEqualTo(farm);
    }

    @Test
    void aCertificateIsReadFromTheSignatureOfAnyFile() throws Exception {
        String[] signer = {"-signer", file("farm.crt"), "-inkey", file("farm.key"), "-in", file("farm.csr")};
        openssl(all(signer, "cms", "-sign", "-nodetach", "-stream", "-outform", "DER", "-out", file("signed.p7s")));

        assertThat(Certificates.ofPartner(folder.resolve("signed.p7s"), NONE)).isEqualTo(farm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AES-256-CBC", "PBE-SHA1-3DES", "NONE"})
    void aCertificateIsReadFromPkcs12WithAndWithoutPassword(String cipher) throws Exception {
        String[] more = {"-certpbe", cipher, "-in", file("chain.crt"), "-out", file("farm.p12")};
        openssl(all(more, "pkcs12", "-export", "-nokeys", "-passout", "pass:"));
        assertThat(Certificates.ofPartner(folder.resolve("farm.p12"), NONE)).isEqualTo(farm);

        openssl(all(more, "pkcs12", "-export", "-nokeys", "-passout", "pass:correct horse"));
        assertThat(Certificates.ofPartner(folder.resolve("farm.p12"), PASSWORD)).isEqualTo(farm);
    }

    @Test
    void aCertificateIsReadFromTheKeyStoreOfAJava() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("farm", farm);
        try (OutputStream out = Files.newOutputStream(folder.resolve("java.p12"))) {
            store.store(out, PASSWORD);
        }

        assertThat(Certificates.ofPartner(folder.resolve("java.p12"), PASSWORD)).isEqualTo(farm);
    }

    @Test
    void amongThoseThatIssuedItThePartnersCertificateIsFound() throws Exception {
        assertThat(Certificates.ofPartner(folder.resolve("chain.crt"), NONE)).isEqualTo(farm);

        concatenated("farm-and-root.crt", "root.crt", "farm.crt", "farm.crt");
        assertThat(Certificates.ofPartner(folder.resolve("farm-and-root.crt"), NONE))
                .isEqualTo(farm);
    }

    @Test
    void whatStandsAroundAPemCertificateIsPassedOver() throws Exception {
        String key = Files.readString(folder.resolve("farm.key"));
        Path file = folder.resolve("around.pem");
        Files.writeString(
                file,
                "\uFEFFFrom: a farm -- see below\r\n" + key + Files.readString(folder.resolve("farm.crt")) + "bye\n");

        assertThat(Certificates.ofPartner(file, NONE)).isEqualTo(farm);
    }

    @Test
    void ofSeveralCertificatesOneMustBeChosen() throws Exception {
        KeyMaker.writeCertificate(TwoPartners.FARM.certificate(), folder.resolve("one.crt"));
        KeyMaker.writeCertificate(TwoPartners.HUB.certificate(), folder.resolve("other.crt"));
        concatenated("two.crt", "one.crt", "other.crt");

        assertProblem(
                "two.crt",
                NONE,
                "holds 2 certificates that may be the partner's: CN=Green Valley Farm",
                "; CN=Hub",
                "Save each that is in a file of its own and name these files, the one to encrypt for first.");
    }

    @Test
    void aPrivateKeyIsNotTakenFromAPartner() throws Exception {
        String[] more = {"-in", file("farm.crt"), "-inkey", file("farm.key"), "-out", file("key.p12")};
        openssl(all(more, "pkcs12", "-export", "-passout", "pass:secret"));

        assertProblem("key.p12", NONE, "holds a private key", "ask the partner for the certificate alone");
    }

    @Test
    void aPasswordThatIsMissingOrWrongIsTold() throws Exception {
        String[] more = {"-in", file("farm.crt"), "-out", file("closed.p12")};
        openssl(all(more, "pkcs12", "-export", "-nokeys", "-passout", "pass:secret"));

        assertProblem("closed.p12", NONE, "opens only with a password", "passwordFile: ...", "PKCS#7 (.p7b)");
        assertProblem("closed.p12", PASSWORD, "does not open with the password that is named for it: correct that");
    }

    @Test
    void whatHoldsNoCertificateIsTold() throws Exception {
        openssl("crl2pkcs7", "-nocrl", "-out", file("empty.p7b"));
        Files.writeString(folder.resolve("notes.txt"), "not a certificate");
        Files.write(folder.resolve("nothing.crt"), new byte[0]);

        assertProblem("empty.p7b", NONE, "holds no certificate: save one there");
        assertProblem("notes.txt", NONE, "holds no certificate: save one there");
        assertProblem("nothing.crt", NONE, "holds no certificate: save one there");
        assertProblem("farm.csr", NONE, "holds a CERTIFICATE REQUEST and no certificate: put there the certificate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"crt", "der", "p7b", "p12"})
    void aDamagedFileIsTold(String kind) throws Exception {
        Path whole = folder.resolve("damaged." + kind);
        switch (kind) {
            case "crt" -> Files.write(whole, Files.readAllBytes(folder.resolve("farm.crt")));
            case "der" -> Files.write(whole, farm.getEncoded());
            case "p7b" ->
                openssl("crl2pkcs7", "-nocrl", "-certfile", file("farm.crt"), "-outform", "DER", "-out", "" + whole);
            default ->
                openssl(
                        "pkcs12",
                        "-export",
                        "-nokeys",
                        "-passout",
                        "pass:",
                        "-in",
                        file("farm.crt"),
                        "-out",
                        "" + whole);
        }
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(whole, Arrays.copyOf(bytes, bytes.length * 2 / 3));

        assertProblem("damaged." + kind, NONE, "holds no certificate that can be read: it may be damaged or cut off");
    }

    private static void assertProblem(String name, char[] password, String... parts) {
        assertThatThrownBy(() -> Certificates.ofPartner(folder.resolve(name), password))
                .isInstanceOf(As2Exception.class)
                .hasMessageStartingWith(file(name))
                .hasMessageContainingAll(parts)
                .hasMessageEndingWith(".");
    }

    /** A key, with a request or (by {@code -x509}) a certificate that it signed itself. */
    private static void request(String name, String... more) throws Exception {
        boolean itself = more.length > 0;
        openssl(all(
                more,
                "req",
                itself ? "-batch" : "-new",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-subj",
                "/CN=" + name,
                "-keyout",
                file(name + ".key"),
                "-out",
                file(name + (itself ? ".crt" : ".csr"))));
    }

    private static void sign(String name, String by, String... more) throws Exception {
        openssl(all(
                more,
                "x509",
                "-req",
                "-days",
                "30",
                "-in",
                file(name + ".csr"),
                "-CA",
                file(by + ".crt"),
                "-CAkey",
                file(by + ".key"),
                "-CAcreateserial",
                "-out",
                file(name + ".crt")));
    }

    private static void concatenated(String to, String... names) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : names) {
            all.append(Files.readString(folder.resolve(name)));
        }
        Files.writeString(folder.resolve(to), all);
    }

    private static String file(String name) {
        return folder.resolve(name).toString();
    }

    private static String[] all(String[] last, String... first) {
        String[] all = Arrays.copyOf(first, first.length + last.length);
        System.arraycopy(last, 0, all, first.length, last.length);
        return all;
    }

    private static void openssl(String... arguments) throws Exception {
        new OpenSsl(folder).run(arguments);
    }
}
