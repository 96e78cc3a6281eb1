package io.lotwire.as2.keys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a partner's certificate in the forms in which partners send it: PEM, DER, PKCS#7 and PKCS#12. */
public final class Certificates {
    private static final Pattern ARMOURED = Pattern.compile("-----BEGIN ([A-Z0-9 #]+)-----([^-]*)-----END \\1-----");

    /** Windows puts this one around PKCS#7 too. */
    private static final String CERTIFICATE = "CERTIFICATE";

    private static final Set<String> LABELS =
            Set.of(CERTIFICATE, "X509 CERTIFICATE", "PKCS7", "PKCS #7 SIGNED DATA", "CMS");

    private Certificates() {}

    /**
     * The partner's certificate in a file. Beside it the file may hold those that issued it.
     *
     * @param password of a PKCS#12 file, empty: none
     * @throws IOException when the file cannot be read
     * @throws As2Exception when it does not hold one certificate of a partner; says what to do
     */
    public static X509Certificate ofPartner(Path file, char[] password) throws IOException, As2Exception {
        byte[] bytes = Files.readAllBytes(file);
        Set<X509Certificate> all;
        try {
            all = new LinkedHashSet<>(
                    Pkcs12Certificates.isPkcs12(bytes)
                            ? Pkcs12Certificates.read(file, bytes, password)
                            : certificates(file, bytes));
        } catch (CertificateException | IllegalArgumentException e) {
            throw new As2Exception(
                    file + " holds no certificate that can be read: it may be damaged or cut off; ask for it again.",
                    e);
        }
        if (all.isEmpty()) {
            throw new As2Exception(
                    file
                            + " holds no certificate: save one there in PEM or DER form, as PKCS#7 (.p7b) or as PKCS#12 (.p12).");
        }
        List<X509Certificate> ends = endEntities(all);
        if (ends.size() != 1) {
            throw new As2Exception(file + " holds " + ends.size() + " certificates that may be the partner's: "
                    + ends.stream().map(CertificateSummary::of).collect(Collectors.joining("; "))
                    + ". Save each that is in a file of its own and name these files, the one to encrypt for first.");
        }
        return ends.get(0);
    }

    private static List<X509Certificate> certificates(Path file, byte[] bytes)
            throws CertificateException, As2Exception {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (isDer(bytes)) {
            return unarmoured(bytes);
        }
        if (!text.contains("-----BEGIN ")) {
            return List.of();
        }
        List<X509Certificate> certificates = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        Matcher block = ARMOURED.matcher(text);
        while (block.find()) {
            labels.add(block.group(1));
            if (LABELS.contains(block.group(1))) {
                certificates.addAll(unarmoured(Base64.getMimeDecoder().decode(block.group(2))));
            }
        }
        if (labels.isEmpty()) {
            throw new CertificateException("no whole block");
        }
        if (labels.stream().noneMatch(LABELS::contains)) {
            throw new As2Exception(file + " holds a " + labels.get(0)
                    + " and no certificate: put there the certificate that the partner sent.");
        }
        return certificates;
    }

    /** A sequence of more bytes than fit into one. */
    private static boolean isDer(byte[] bytes) {
        return bytes.length > 1 && bytes[0] == 0x30 && bytes[1] < 0;
    }

    /** DER: certificates one behind the other, or PKCS#7. */
    private static List<X509Certificate> unarmoured(byte[] der) throws CertificateException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Certificate each :
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(der))) {
            certificates.add((X509Certificate) each);
        }
        return certificates;
    }

    /** Those that issued none of the others; where that leaves several, no authorities. */
    private static List<X509Certificate> endEntities(Set<X509Certificate> all) {
        List<X509Certificate> ends = all.stream()
                .filter(one -> all.stream().noneMatch(other -> issued(one, other)))
                .toList();
        List<X509Certificate> noAuthorities =
                ends.stream().filter(each -> each.getBasicConstraints() < 0).toList();
        if (!noAuthorities.isEmpty()) {
            return noAuthorities;
        }
        return ends.isEmpty() ? List.copyOf(all) : ends;
    }

    /** By its name: of an authority whose key was renewed there may be two. One that issued itself is nobody's else. */
    private static boolean issued(X509Certificate issuer, X509Certificate other) {
        return other.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                && !other.getIssuerX500Principal().equals(other.getSubjectX500Principal());
    }
}
