package io.lotwire.as2;

import java.security.Provider;
import java.security.Security;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The cryptography provider of this package. It is passed on, never registered for the whole process. Operations with a
 * private RSA key are left to others ({@link RsaKeys}), who do them faster.
 */
final class BouncyCastle {
    static final Provider PROVIDER = new BouncyCastleProvider();

    private static final Provider JAVA = Security.getProvider("SunJCE");

    private BouncyCastle() {}

    /**
     * Who encrypts content. Java's own provider uses the processor's AES instructions, but holds the whole content of
     * a GCM decryption in memory until its tag is checked; Bouncy Castle streams it.
     */
    static Provider contentProvider(EncryptionAlgorithm algorithm) {
        return algorithm.authenticated() || JAVA == null ? PROVIDER : JAVA;
    }
}
