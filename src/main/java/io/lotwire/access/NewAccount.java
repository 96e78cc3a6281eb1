package io.lotwire.access;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An account that is to be made.
 *
 * @param name by which they sign in, in small letters
 * @param title how people call them
 * @param grant what they are allowed
 */
public record NewAccount(String name, String title, Grant grant) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,99}");
    private static final int LONGEST_TITLE = 200;

    public NewAccount {
        name = named(name);
        title = title.isBlank() ? name : KeptText.of(title.strip(), LONGEST_TITLE);
    }

    /** A name as it is kept, however it was typed. */
    static String named(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether an account can have this name. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Why it cannot be made; empty when it can. */
    Optional<String> wrong() {
        return isName(name)
                ? grant.wrong()
                : Optional.of(
                        "'" + KeptText.of(name, LONGEST_TITLE)
                                + "' is no name of an account: write letters of English, digits, '.', '_', '@', '+' and '-', 100 at most.");
    }
}
