package io.lotwire.as2.keys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.AuthenticatedSafe;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * The certificates of a PKCS#12 file (RFC 7292) that holds no key. Java's own key store shows of these only what another
 * Java has marked as trusted.
 */
final class Pkcs12Certificates {
    private static final int SEQUENCE = 0x30;

    /** Java's word for an empty password without the two zeros that end any other one. */
    private static final char[] REALLY_NONE = {0};

    private Pkcs12Certificates() {}

    /** Whether the bytes begin as a PFX does: a sequence, of any length, that begins with version 3. */
    static boolean isPkcs12(byte[] bytes) {
        if (bytes.length < 2 || bytes[0] != SEQUENCE) {
            return false;
        }
        int content = 2 + (bytes[1] < 0 ? bytes[1] & 0x7F : 0);
        return content + 2 < bytes.length && bytes[content] == 2 && bytes[content + 1] == 1 && bytes[content + 2] == 3;
    }

    static List<X509Certificate> read(Path file, byte[] bytes, char[] password)
            throws As2Exception, CertificateException {
        List<SafeBag> bags = new ArrayList<>();
        try {
            List<EncryptedData> encrypted = new ArrayList<>();
            for (ContentInfo content : contents(bytes)) {
                if (content.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
                    encrypted.add(EncryptedData.getInstance(content.getContent()));
                } else {
                    bags.addAll(bags(octets(content)));
                }
            }
            refuseKeys(file, bags);
            for (EncryptedData data : encrypted) {
                bags.addAll(bags(decrypted(file, data, password)));
            }
            refuseKeys(file, bags);
            return certificates(bags);
        } catch (IOException | RuntimeException e) {
            throw new CertificateException("no PKCS#12", e);
        }
    }

    private static List<ContentInfo> contents(byte[] bytes) throws IOException {
        return List.of(AuthenticatedSafe.getInstance(octets(
                        Pfx.getInstance(ASN1Primitive.fromByteArray(bytes)).getAuthSafe()))
                .getContentInfo());
    }

    private static byte[] octets(ContentInfo data) {
        return ASN1OctetString.getInstance(data.getContent()).getOctets();
    }

    private static List<SafeBag> bags(byte[] contents) {
        List<SafeBag> bags = new ArrayList<>();
        ASN1Sequence.getInstance(contents).forEach(bag -> bags.add(SafeBag.getInstance(bag)));
        return bags;
    }

    private static List<X509Certificate> certificates(List<SafeBag> bags) throws CertificateException {
        List<X509Certificate> certificates = new ArrayList<>();
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        for (SafeBag bag : bags) {
            if (bag.getBagId().equals(PKCSObjectIdentifiers.certBag)) {
                CertBag certificate = CertBag.getInstance(bag.getBagValue());
                byte[] der =
                        ASN1OctetString.getInstance(certificate.getCertValue()).getOctets();
                certificates.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
            }
        }
        return certificates;
    }

    private static byte[] decrypted(Path file, EncryptedData data, char[] password) throws As2Exception {
        try {
            return decrypted(data, password);
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            if (password.length > 0) {
                throw new As2Exception(
                        file + " is PKCS#12 and does not open with the password that is named for it: correct that.",
                        e);
            }
        }
        try {
            return decrypted(data, REALLY_NONE);
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw new As2Exception(
                    file + " is PKCS#12 and opens only with a password: name that beside it, as"
                            + " '{ file: ..., passwordFile: ... }', or ask the partner for PKCS#7 (.p7b), which needs none.",
                    e);
        }
    }

    private static byte[] decrypted(EncryptedData data, char[] password) throws GeneralSecurityException, IOException {
        AlgorithmIdentifier algorithm = data.getEncryptionAlgorithm();
        String id = algorithm.getAlgorithm().getId();
        AlgorithmParameters parameters = AlgorithmParameters.getInstance(id);
        parameters.init(algorithm.getParameters().toASN1Primitive().getEncoded());
        String name = algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2) ? parameters.toString() : id;
        Cipher cipher = Cipher.getInstance(name);
        cipher.init(
                Cipher.DECRYPT_MODE,
                SecretKeyFactory.getInstance(name).generateSecret(new PBEKeySpec(password)),
                parameters);
        return cipher.doFinal(data.getContent().getOctets());
    }

    private static void refuseKeys(Path file, List<SafeBag> bags) throws As2Exception {
        for (SafeBag bag : bags) {
            ASN1ObjectIdentifier type = bag.getBagId();
            if (type.equals(PKCSObjectIdentifiers.keyBag) || type.equals(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag)) {
                throw new As2Exception(file + " holds a private key, which only its owner may have: ask the partner for"
                        + " the certificate alone, in PEM or DER form or as PKCS#7 (.p7b).");
            }
        }
    }
}
