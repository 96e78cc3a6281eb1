package io.lotwire.as2;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The cryptography provider of this package. It is passed on, never registered for the whole process. */
final class BouncyCastle {
    static final Provider PROVIDER = new BouncyCastleProvider();

    private BouncyCastle() {}
}
