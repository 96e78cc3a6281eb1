package io.lotwire.as2.keys;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;

/**
 * RSA keys in the form in which an operation with them takes least time: it is the greater part of the work on a
 * small message. The Amazon Corretto Crypto Provider does it in native code, three times as fast as Java, but only with
 * keys of its own form. Where its code cannot be loaded (another machine, a temporary folder without the right to
 * execute), Java computes.
 */
public final class RsaKeys {
    private static final Optional<Provider> NATIVE = Optional.<Provider>of(AmazonCorrettoCryptoProvider.INSTANCE)
            .filter(provider -> AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null);

    private RsaKeys() {}

    /** The same key; another object where that is faster. */
    static PrivateKey prepared(PrivateKey key) {
        if (NATIVE.isEmpty() || !(key instanceof RSAPrivateCrtKey) || ofProvider(key)) {
            return key;
        }
        try {
            return KeyFactory.getInstance("RSA", NATIVE.get())
                    .generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
        } catch (GeneralSecurityException unusual) {
            return key;
        }
    }

    /** The same public key; another object where that is faster. */
    public static PublicKey prepared(PublicKey key) {
        if (NATIVE.isEmpty() || !(key instanceof RSAPublicKey)) {
            return key;
        }
        try {
            return KeyFactory.getInstance("RSA", NATIVE.get()).generatePublic(new X509EncodedKeySpec(key.getEncoded()));
        } catch (GeneralSecurityException unusual) {
            return key;
        }
    }

    /** The provider to use with this key, empty when Java is to choose. */
    public static Optional<Provider> provider(Key key) {
        return NATIVE.filter(provider -> ofProvider(key));
    }

    private static boolean ofProvider(Key key) {
        return key.getClass().getPackage().equals(AmazonCorrettoCryptoProvider.class.getPackage());
    }
}
