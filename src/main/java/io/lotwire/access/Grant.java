package io.lotwire.access;

import java.util.Optional;

/**
 * What somebody is allowed.
 *
 * @param role what they may do
 * @param partner whose they are, by the name of the profile; {@code ""} for our own
 * @param payloads whether they may see the bytes of documents
 */
public record Grant(Role role, String partner, boolean payloads) {
    /** What a role may usually, of our own people and programs. */
    public static Grant of(Role role) {
        return new Grant(role, "", role.seesPayloads());
    }

    /** What a partner may. */
    public static Grant ofPartner(String partner) {
        return new Grant(Role.PARTNER, partner, true);
    }

    /** Whose things are shown. */
    public Scope scope() {
        return Scope.of(partner);
    }

    /** Why it cannot be given; empty when it can. */
    Optional<String> wrong() {
        if (role == Role.PARTNER && partner.isEmpty()) {
            return Optional.of("The role 'partner' needs the name of a partner's profile.");
        }
        if (role != Role.PARTNER && !partner.isEmpty()) {
            return Optional.of("Who has the role '" + role.word()
                    + "' sees the things of all: only the role 'partner' is of one.");
        }
        return Optional.empty();
    }
}
