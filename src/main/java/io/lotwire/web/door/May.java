package io.lotwire.web.door;

import io.lotwire.access.Role;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The words that pages name who may see them by; a role may what those before it may. */
public final class May {
    /** Whoever signed in, partners too. */
    public static final String PARTNER = "partner";

    /** Whoever may see everything of ours. */
    public static final String VIEWER = "viewer";

    /** Whoever works on what waits. */
    public static final String OPERATOR = "operator";

    /** Whoever keeps profiles and mappings. */
    public static final String INTEGRATOR = "integrator";

    /** Whoever keeps accounts. */
    public static final String ADMINISTRATOR = "administrator";

    /** Whoever may see the bytes of documents. */
    public static final String PAYLOADS = "payloads";

    /** Whoever must choose a password, and may nothing else before. */
    public static final String CHOOSES_PASSWORD = "chooses-password";

    private May() {}

    /** The words of a role. */
    static Set<String> words(Role role, boolean payloads) {
        Set<String> words = role.andBelow().stream().map(Role::word).collect(Collectors.toCollection(HashSet::new));
        if (payloads) {
            words.add(PAYLOADS);
        }
        return words;
    }
}
