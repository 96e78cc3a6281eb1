package io.lotwire.as2.cms;

import io.lotwire.as2.bytes.Writable;
import io.lotwire.as2.keys.KeyAndCertificate;
import io.lotwire.as2.protection.DigestAlgorithm;
import io.lotwire.as2.protection.Mic;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** A MIME part with its detached signature around it (RFC 1847, RFC 5751 section 3.4.3). */
public final class MultipartSigned implements Writable {
    private final Writable part;
    private final byte[] signature;
    private final Mic mic;
    private final String boundary = "signed-" + UUID.randomUUID();

    private MultipartSigned(Writable part, byte[] signature, Mic mic) {
        this.part = part;
        this.signature = signature;
        this.mic = mic;
    }

    /** Signs a whole part, headers and body. */
    public static MultipartSigned of(Writable part, KeyAndCertificate key, DigestAlgorithm algorithm)
            throws IOException {
        DetachedCms cms = DetachedCms.of(part, key, algorithm);
        return new MultipartSigned(part, cms.signature(), Mic.of(cms.digest(), algorithm));
    }

    /** The digest of the signed part. */
    public Mic mic() {
        return mic;
    }

    /** The value of the Content-Type header. */
    public String contentType() {
        return "multipart/signed; protocol=\"application/pkcs7-signature\"; micalg="
                + mic.algorithm().micName() + "; boundary=\"" + boundary + "\"";
    }

    /** The body: the part, then its signature. */
    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(ascii("--" + boundary + "\r\n"));
        part.writeTo(out);
        out.write(ascii("\r\n--" + boundary + "\r\n"
                + "Content-Type: application/pkcs7-signature; name=\"smime.p7s\"\r\n"
                + "Content-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment; filename=\"smime.p7s\"\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(signature)
                + "\r\n--" + boundary + "--\r\n"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
