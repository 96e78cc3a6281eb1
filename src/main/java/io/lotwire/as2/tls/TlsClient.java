package io.lotwire.as2.tls;

import io.lotwire.as2.keys.As2Exception;
import io.lotwire.as2.keys.KeyAndCertificate;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** How we speak TLS to a partner's server. */
public final class TlsClient {
    private TlsClient() {}

    /**
     * The context for connections to one partner.
     *
     * @param pinned the certificates that the server may show; none: those that Java trusts, under the server's name
     * @param key the key that we show when we are asked, empty: none
     * @throws As2Exception when the key does not fit
     */
    public static SSLContext context(Set<X509Certificate> pinned, Optional<KeyAndCertificate> key) throws As2Exception {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    key.isPresent() ? managers(key.get()) : null,
                    pinned.isEmpty() ? null : new TrustManager[] {new PinnedServers(pinned)},
                    null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new As2Exception("The HTTPS client cannot be made: " + e.getMessage(), e);
        }
    }

    private static KeyManager[] managers(KeyAndCertificate key) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        char[] inMemory = new char[0];
        store.setKeyEntry("client", key.key(), inMemory, new X509Certificate[] {key.certificate()});
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, inMemory);
        return factory.getKeyManagers();
    }
}
