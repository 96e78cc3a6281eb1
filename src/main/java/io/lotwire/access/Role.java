package io.lotwire.access;

import io.lotwire.lot.Word;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What somebody may do. Each role may also what those before it may. */
public enum Role {
    /** Their own documents and deliveries, with the bytes of them, and nothing of anybody else. */
    PARTNER,
    /** All lists, documents, lots and recalls, and changes nothing. */
    VIEWER,
    /** What waits for a person, lots on hold, alerts, recalls that are open, requests of a regulator. */
    OPERATOR,
    /** Profiles and mappings, mended copies, imports, the opening of a recall. */
    INTEGRATOR,
    /** Accounts, keys, sessions, the audit. */
    ADMINISTRATOR;

    /** The role of a word, such as {@code operator}; empty when there is none. */
    public static Optional<Role> of(String word) {
        return Word.constant(Role.class, word);
    }

    /** Such as {@code operator}. */
    public String word() {
        return Word.of(this);
    }

    /** This one and those whose deeds it may do, too. */
    public Set<Role> andBelow() {
        return Collections.unmodifiableSet(EnumSet.range(PARTNER, this));
    }

    /** Whether it may what another one may. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** Whether who has it sees the bytes of documents, unless something else is said of them. */
    public boolean seesPayloads() {
        return this != VIEWER;
    }
}
