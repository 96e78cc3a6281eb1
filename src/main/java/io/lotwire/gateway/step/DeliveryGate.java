package io.lotwire.gateway.step;

import io.lotwire.alert.Doubt;
import io.lotwire.alert.StoppedDeliveryAlerts;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.EventSource;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.rule.Consequence;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Subscription;
import io.lotwire.partner.Subscription.Format;
import io.lotwire.registry.StoppedLots;
import io.lotwire.registry.master.LotStatus;
import io.lotwire.registry.master.LotStatuses;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps documents back that tell of the shipping of a lot which may not go, or of one that is doubtful in a way that was agreed to
 * stop them. Whether a lot may go is asked when the document is written: a lot may have been released meanwhile.
 */
final class DeliveryGate {
    /** Documents by which the one who gets them is told what is coming. */
    private static final Set<Format> NOTICES = Set.of(Format.X12_856, Format.EDIFACT_DESADV);

    /** What is asked when the document is written, and not of its events. */
    private static final Set<IssueCode> STATUSES =
            Arrays.stream(LotStatus.Kind.values()).map(LotStatus.Kind::issue).collect(Collectors.toUnmodifiableSet());

    /** So many events are looked at together. */
    private static final int AT_ONCE = 2000;

    /** So many lots that stop a document are told. */
    private static final int MOST_DOUBTS = 10_000;

    private final LedgerTransaction tx;
    private Boolean anyStand;

    DeliveryGate(LedgerTransaction tx) {
        this.tx = tx;
    }

    /** By what the enricher just found, whether {@link #stop} would have to look. */
    static boolean isDoubtful(Profile partner, Subscription subscription, EventSource events) throws IOException {
        boolean[] doubtful = {false};
        events.forEach(event -> doubtful[0] |= event.issues().stream()
                .anyMatch(
                        issue -> stops(partner, issue.code()) && concerns(partner, subscription, event, issue.code())));
        return doubtful[0];
    }

    /**
     * Why a document is not to be sent.
     *
     * @param reason what stops it first, and how to mend it
     * @param doubts each lot that stops it
     */
    record Stopped(String reason, List<Doubt> doubts) {
        Stopped {
            doubts = List.copyOf(doubts);
        }
    }

    /** Why a document is not to be sent; empty when it may. */
    Optional<Stopped> stop(Profile partner, Subscription subscription, EventSource events) throws IOException {
        Found found = new Found(partner, subscription);
        events.forEach(found::take);
        found.ask();
        return found.stopped();
    }

    /** What is found in the events of one document, which may be too many for memory. */
    private final class Found {
        private final Profile partner;
        private final Subscription subscription;
        /** Whether a lot that may not go would stop the document. */
        private final boolean asks;

        private final List<LotEvent> shipped = new ArrayList<>();
        private final Set<Doubt> doubts = new LinkedHashSet<>();

        Found(Profile partner, Subscription subscription) {
            this.partner = partner;
            this.subscription = subscription;
            this.asks = STATUSES.stream().anyMatch(code -> stops(partner, code));
        }

        void take(LotEvent event) {
            if (doubts.size() >= MOST_DOUBTS) {
                return;
            }
            event.issues().stream()
                    .filter(issue -> !isStatus(issue.code()) && stops(partner, issue.code()))
                    .findFirst()
                    .map(Issue::message)
                    .ifPresent(sentence -> isStopped(event, sentence));
            if (asks && tellsOfShipping(partner, subscription, event) && anyStand()) {
                shipped.add(event);
                if (shipped.size() == AT_ONCE) {
                    ask();
                }
            }
        }

        /** Asks which of the lots may not go. */
        void ask() {
            if (!shipped.isEmpty()) {
                StoppedLots stopped = StoppedLots.of(tx, shipped);
                for (LotEvent event : shipped) {
                    stopped.of(event).stream()
                            .filter(status -> stops(partner, status.kind().issue()))
                            .findFirst()
                            .ifPresent(status ->
                                    isStopped(event, "Lot " + event.lot().code() + " is " + status.words() + "."));
                }
            }
            shipped.clear();
        }

        private void isStopped(LotEvent event, String sentence) {
            doubts.add(StoppedDeliveryAlerts.doubt(event, sentence));
        }

        Optional<Stopped> stopped() {
            return doubts.stream()
                    .findFirst()
                    .map(first -> new Stopped(
                            first.message() + " Release it (lotwire registry release), or change 'checks' of '"
                                    + partner.name()
                                    + "'; then release this delivery (lotwire parked release).",
                            List.copyOf(doubts)));
        }
    }

    private boolean anyStand() {
        if (anyStand == null) {
            anyStand = new LotStatuses(tx).stand();
        }
        return anyStand;
    }

    private static boolean concerns(Profile partner, Subscription subscription, LotEvent event, IssueCode code) {
        return !isStatus(code) || tellsOfShipping(partner, subscription, event);
    }

    private static boolean stops(Profile partner, IssueCode code) {
        return partner.checks().of(code) == Consequence.STOP;
    }

    private static boolean isStatus(IssueCode code) {
        return STATUSES.contains(code);
    }

    /** Who only keeps books on what others ship is told of it in any case. */
    private static boolean tellsOfShipping(Profile partner, Subscription subscription, LotEvent event) {
        return event.type() == EventType.SHIPPED
                && event.purpose() != Purpose.CANCEL
                && event.lot() != null
                && (NOTICES.contains(subscription.send().format())
                        || (event.shipTo() != null && partner.identity().isThatOf(event.shipTo())));
    }
}
