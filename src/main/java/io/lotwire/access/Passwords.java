package io.lotwire.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a password must be, and new ones. There is no rule of what it is made of: length and not being known is what counts (NIST SP
 * 800-63B-4, section 3.1.1.2).
 */
public final class Passwords {
    /** So many characters at least. */
    public static final int FEWEST = 12;

    /** So many at most: enough for any sentence. */
    public static final int MOST = 200;

    /** A password of fewer different characters is a pattern. */
    private static final int FEWEST_DIFFERENT = 5;

    /** A password needs so many characters that are not the name. */
    private static final int FEWEST_BESIDE_NAME = 8;

    /** A shorter name stands in many words by chance. */
    private static final int SHORTEST_NAME = 3;

    /** Of a new one: 100 bits. */
    private static final int RANDOM_LETTERS = 20;

    private static final Set<String> COMMON = common();

    private Passwords() {}

    /**
     * All that is wrong with a password that somebody wants to have, a sentence each.
     *
     * @param name of the account
     */
    public static List<String> wrong(String password, String name) {
        List<String> wrong = new ArrayList<>();
        String small = password.toLowerCase(Locale.ROOT);
        if (password.codePointCount(0, password.length()) < FEWEST) {
            wrong.add("It has fewer than " + FEWEST + " characters: take some words that do not belong together.");
        }
        if (password.length() > MOST) {
            wrong.add("It has more than " + MOST + " characters.");
        }
        if (name.length() >= SHORTEST_NAME
                && small.contains(name)
                && small.replace(name, "").length() < FEWEST_BESIDE_NAME) {
            wrong.add("It is little more than the name of the account.");
        }
        if (COMMON.contains(small)) {
            wrong.add("It is among those that everybody tries first.");
        } else if (password.chars().distinct().count() < FEWEST_DIFFERENT) {
            wrong.add("It has fewer than " + FEWEST_DIFFERENT + " different characters.");
        }
        return wrong;
    }

    /** One that nobody guesses, in letters that can be read to somebody. */
    public static String random() {
        return RandomText.letters(RANDOM_LETTERS);
    }

    private static Set<String> common() {
        try (InputStream list = Objects.requireNonNull(Passwords.class.getResourceAsStream("common-passwords.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("# "))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
