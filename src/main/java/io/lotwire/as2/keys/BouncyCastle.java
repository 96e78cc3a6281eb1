package io.lotwire.as2.keys;

import io.lotwire.as2.protection.EncryptionAlgorithm;
import java.security.Provider;
import java.security.Security;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The cryptography provider of the engine. It is passed on, never registered for the whole process. Operations with a
 * private RSA key are left to others ({@link RsaKeys}), who do them faster.
 */
public final class BouncyCastle {
    /** What reads keys, checks signatures, and streams GCM. */
    public static final Provider PROVIDER = new BouncyCastleProvider();

    private static final Provider JAVA = Security.getProvider("SunJCE");

    private BouncyCastle() {}

    /**
     * Who encrypts content. Java's own provider uses the processor's AES instructions, but holds the whole content of
     * a GCM decryption in memory until its tag is checked; Bouncy Castle streams it.
     */
    public static Provider contentProvider(EncryptionAlgorithm algorithm) {
        return algorithm.authenticated() || JAVA == null ? PROVIDER : JAVA;
    }
}
