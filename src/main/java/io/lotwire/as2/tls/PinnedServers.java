package io.lotwire.as2.tls;

import io.lotwire.as2.keys.CertificateSummary;
import java.net.Socket;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts servers that show one of these very certificates, whoever issued it and whatever name it bears: the two sides
 * have exchanged them. A {@link KeyStore} of trusted issuers could not say that.
 */
final class PinnedServers extends X509ExtendedTrustManager {
    private final Set<X509Certificate> pinned;

    PinnedServers(Set<X509Certificate> pinned) {
        this.pinned = Set.copyOf(pinned);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        if (chain.length == 0 || !pinned.contains(chain[0])) {
            throw new CertificateException("The server shows a certificate that the agreement does not name"
                    + (chain.length == 0 ? "" : ": " + CertificateSummary.of(chain[0])));
        }
        chain[0].checkValidity();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("These are certificates of servers");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
