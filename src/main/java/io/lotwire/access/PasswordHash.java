package io.lotwire.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Passwords as they are kept: Argon2id (RFC 9106) in PHC strings, {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. A password is hashed
 * in its NFC form (RFC 8265, section 4.2), as keyboards do not agree on how an accent is typed.
 */
public final class PasswordHash {
    /** The numbers of OWASP's Password Storage Cheat Sheet: memory in KiB, passes, lanes. */
    private static final Cost NOW = new Cost(19_456, 2, 1);

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** What a row says may be raised later, but cannot make a sign-in take the memory of the gateway. */
    private static final int MOST_KIB = 256 * 1024;

    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=([1-9][0-9]{0,6}),t=([1-9][0-9]?),p=([1-9][0-9]?)"
                    + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    /** So many are made at a time, each with 19 MiB and a processor for some 50 ms: who comes next waits. */
    static final Semaphore AT_ONCE = new Semaphore(2, true);

    /** One of no password, which takes as long as any. */
    private static final String OF_NOBODY = hash(new byte[SALT_BYTES], new byte[HASH_BYTES]);

    private static final SecureRandom RANDOM = new SecureRandom();

    private PasswordHash() {}

    private record Cost(int kib, int passes, int lanes) {}

    /** What a password comes to. */
    public enum Check {
        /** It is another one. */
        WRONG,
        /** It is the one. */
        RIGHT,
        /** It is the one, and was hashed by earlier numbers: it is to be hashed anew. */
        RIGHT_BUT_OLD
    }

    /** A password as it is to be kept, each time another text. */
    public static String of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return hash(salt, argon2id(password, salt, NOW, HASH_BYTES));
    }

    /**
     * Whether a password is the one that is kept. One that is longer than passwords may be is never, and takes as long.
     *
     * @param kept a PHC string
     * @throws IllegalArgumentException when it is none that this version reads
     */
    public static Check check(String password, String kept) {
        Matcher parts = PHC.matcher(kept);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a password is kept in a way that this version does not read");
        }
        Cost cost = new Cost(number(parts, 1), number(parts, 2), number(parts, 3));
        if (cost.kib > MOST_KIB) {
            throw new IllegalArgumentException("a password was hashed with more memory than " + MOST_KIB + " KiB");
        }
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        byte[] right = Base64.getDecoder().decode(parts.group(5));
        boolean tooLong = password.length() > Passwords.MOST;
        byte[] given = argon2id(tooLong ? "" : password, salt, cost, right.length);
        if (!MessageDigest.isEqual(given, right) || tooLong) {
            return Check.WRONG;
        }
        return cost.equals(NOW) && salt.length == SALT_BYTES && right.length == HASH_BYTES
                ? Check.RIGHT
                : Check.RIGHT_BUT_OLD;
    }

    /** Takes the time of a check where there is nothing to compare with, so that nobody learns that there is not. */
    static void checkNothing(String password) {
        check(password, OF_NOBODY);
    }

    private static byte[] argon2id(String password, byte[] salt, Cost cost, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        byte[] hash = new byte[length];
        AT_ONCE.acquireUninterruptibly();
        try {
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(cost.kib)
                    .withIterations(cost.passes)
                    .withParallelism(cost.lanes)
                    .withSalt(salt)
                    .build());
            generator.generateBytes(
                    Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8), hash);
        } finally {
            AT_ONCE.release();
        }
        return hash;
    }

    private static String hash(byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + NOW.kib + ",t=" + NOW.passes + ",p=" + NOW.lanes + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
