package io.lotwire.gateway.as2;

import io.lotwire.as2.As2Agreement;
import io.lotwire.as2.As2Ids;
import io.lotwire.gateway.as2.Visitors.Visitor;
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
        /** It does not show the name and password, or the client certificate, that the partner is to show. */
        NOT_KNOWN,
        /** The partner has as many requests under way as the profile allows. */
        FULL
    }

    /** Ends the reading of a request. */
    static final class Closed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Reason reason;
        private final boolean loginWanted;

        Closed(Reason reason, As2Partner partner) {
            super("Partner " + partner.name() + ": " + reason, null, false, false);
            this.reason = reason;
            this.loginWanted = partner.visitors().wantLogin();
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
    private Semaphore place;

    Door(As2Agreements agreements, Visitor visitor, Instant now) {
        this.agreements = agreements;
        this.visitor = visitor;
        this.now = now;
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
        if (!partner.get().visitors().know(visitor)) {
            throw new Closed(Reason.NOT_KNOWN, partner.get());
        }
        Semaphore places = partner.get().visitors().places();
        if (place == null) {
            if (!places.tryAcquire()) {
                throw new Closed(Reason.FULL, partner.get());
            }
            place = places;
        }
        return Optional.of(partner.get().agreement(now));
    }

    @Override
    public void close() {
        if (place != null) {
            place.release();
        }
    }
}
