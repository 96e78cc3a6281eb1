package io.lotwire.wire.as2;

import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.agreement.As2Ids;
import io.lotwire.wire.as2.Visitors.Visitor;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Lets one request in, by the names it bears, before its body is read; and out again. A request that is not let in
 * leaves a reason behind.
 */
final class Door implements AutoCloseable {
    /** Why a request is not let in. */
    enum Reason {
        /** It comes from an address that the profile does not name. */
        FROM_ELSEWHERE,
        /** It does not show the name and password, or the client certificate, that the partner is to show. */
        NOT_KNOWN,
        /** The partner has as many requests under way as the profile allows, or strangers have. */
        FULL
    }

    /** Ends the reading of a request. */
    static final class Closed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Reason reason;
        private final boolean loginWanted;

        Closed(Reason reason, As2Partner partner, Visitor visitor) {
            super(sentence(reason, partner.name(), visitor.from()), null, false, false);
            this.reason = reason;
            this.loginWanted = partner.visitors().wantLogin();
        }

        private static String sentence(Reason reason, String partner, String from) {
            String why =
                    switch (reason) {
                        case FROM_ELSEWHERE -> "their profile's 'from' names no such address.";
                        case NOT_KNOWN -> "it does not show what their profile's 'visitor' wants.";
                        case FULL -> "as many are under way as may be.";
                    };
            return "From " + from + ", in the name of " + partner + ": " + why;
        }

        Reason reason() {
            return reason;
        }

        boolean loginWanted() {
            return loginWanted;
        }
    }

    private final As2Agreements agreements;
    private final Visitor visitor;
    private final Instant now;
    private final Places places;
    private Optional<As2Partner> claimed = Optional.empty();
    private Runnable leave;

    Door(As2Agreements agreements, Visitor visitor, Instant now, Places places) {
        this.agreements = agreements;
        this.visitor = visitor;
        this.now = now;
        this.places = places;
    }

    /**
     * The agreement under these names, when the visitor may come in.
     *
     * @throws Closed when it may not
     */
    Optional<As2Agreement> enter(As2Ids ids) {
        Optional<As2Partner> partner = agreements.incoming(ids);
        if (partner.isEmpty()) {
            return Optional.empty();
        }
        if (!partner.get().visitors().comeFromThere(visitor)) {
            throw new Closed(Reason.FROM_ELSEWHERE, partner.get(), visitor);
        }
        if (!partner.get().visitors().know(visitor)) {
            throw new Closed(Reason.NOT_KNOWN, partner.get(), visitor);
        }
        if (leave == null) {
            leave = place(partner.get().visitors()).orElseThrow(() -> new Closed(Reason.FULL, partner.get(), visitor));
        }
        claimed = partner;
        return Optional.of(partner.get().agreement(now));
    }

    /** The message bears the partner's signature: next time its address is known. */
    void signed() {
        claimed.ifPresent(partner -> partner.visitors().signedBy(visitor));
    }

    /** Takes a place; what comes out leaves it. */
    private Optional<Runnable> place(Visitors partner) {
        if (partner.proven(visitor)) {
            Semaphore own = partner.places();
            return places.enter(own) ? Optional.of(own::release) : Optional.empty();
        }
        String address = visitor.address();
        return places.enter(address) ? Optional.of(() -> places.leave(address)) : Optional.empty();
    }

    @Override
    public void close() {
        if (leave != null) {
            leave.run();
        }
    }
}
