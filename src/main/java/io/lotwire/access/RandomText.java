package io.lotwire.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** Texts that nobody guesses. */
final class RandomText {
    /** 32 letters and digits that nobody mistakes for one another: 5 bits each. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    /** As many bits as the hash has by which a token is known. */
    private static final int TOKEN_BYTES = 32;

    /** What {@link #token} gives. */
    static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    /** Small letters and digits, to be read out. */
    static String letters(int count) {
        StringBuilder text = new StringBuilder(count);
        RANDOM.ints(count, 0, LETTERS.length()).forEach(i -> text.append(LETTERS.charAt(i)));
        return text.toString();
    }

    /** 256 bits in 43 characters that stand in headers and addresses as they are. */
    static String token() {
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
