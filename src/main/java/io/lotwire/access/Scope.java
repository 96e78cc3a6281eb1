package io.lotwire.access;

/** Whose things are shown. It is asked for by each question, so that none forgets it. */
public sealed interface Scope {
    /** All. */
    record Everyone() implements Scope {}

    /**
     * What is a partner's alone. What is not theirs is answered as if it were not there, so that numbers tell nothing.
     *
     * @param partner the name of its profile
     */
    record OfPartner(String partner) implements Scope {
        public OfPartner {
            if (partner.isEmpty()) {
                throw new IllegalArgumentException("a scope of a partner without its name would show everything");
            }
        }
    }

    /** That of a partner, of everyone for {@code ""}. */
    static Scope of(String partner) {
        return partner.isEmpty() ? new Everyone() : new OfPartner(partner);
    }

    /** Whether what is this partner's is shown. */
    default boolean shows(String partner) {
        return !(this instanceof OfPartner of) || of.partner().equals(partner);
    }
}
