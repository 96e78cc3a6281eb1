package io.lotwire.access;

import io.lotwire.lot.Word;

/**
 * Who asks for something or does it.
 *
 * @param kind what they are
 * @param id by which two of one name are told apart, such as {@code account-12}; {@code ""} for who has none
 * @param name as people call them
 * @param role what they may
 * @param payloads whether they may see the bytes of documents
 * @param scope whose things they see
 * @param address from where, {@code ""} when it is this machine
 * @param request joins all that is done by one request, {@code ""} where nothing else belongs to it
 */
public record Asker(
        Kind kind, String id, String name, Role role, boolean payloads, Scope scope, String address, String request) {
    /** What somebody is. */
    public enum Kind {
        /** Of our own. */
        PERSON,
        /** A partner's people or programs. */
        PARTNER,
        /** A program of our own. */
        SYSTEM,
        /** Who gives commands on the machine: they have the database already. */
        COMMAND,
        /** The gateway by itself. */
        GATEWAY;

        /** Such as {@code person}. */
        public String word() {
            return Word.of(this);
        }
    }

    public Asker {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("nobody asks who has no name");
        }
    }

    /** Somebody who is known to us by a row: of a partner, or else of our own. */
    static Asker known(Kind ours, String id, String name, Grant grant, String address) {
        Kind kind = grant.role() == Role.PARTNER ? Kind.PARTNER : ours;
        return new Asker(kind, id, name, grant.role(), grant.payloads(), grant.scope(), address, "");
    }

    /**
     * Who gives a command.
     *
     * @param name as they say, or the user of the operating system
     */
    public static Asker ofCommand(String name) {
        return new Asker(Kind.COMMAND, "", name, Role.ADMINISTRATOR, true, new Scope.Everyone(), "", "");
    }

    /** The gateway, for what it does by itself. */
    public static Asker gateway() {
        return new Asker(Kind.GATEWAY, "", "gateway", Role.ADMINISTRATOR, true, new Scope.Everyone(), "", "");
    }

    /**
     * A program of a partner, by a token of its profile.
     *
     * @param partner the profile's name
     * @param token the token's name in it
     */
    public static Asker ofToken(String partner, String token, String address) {
        return new Asker(
                Kind.PARTNER,
                "token-" + partner + "/" + token,
                token,
                Role.PARTNER,
                true,
                new Scope.OfPartner(partner),
                address,
                "");
    }

    /** The same, in a request. */
    public Asker in(String itsRequest) {
        return new Asker(kind, id, name, role, payloads, scope, address, itsRequest);
    }

    /** The same, from an address. */
    Asker at(String where) {
        return new Asker(kind, id, name, role, payloads, scope, where, request);
    }

    /** Whether they may what a role may. */
    public boolean may(Role lowest) {
        return role.includes(lowest);
    }
}
