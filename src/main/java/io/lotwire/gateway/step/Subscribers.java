package io.lotwire.gateway.step;

import io.lotwire.document.Parts;
import io.lotwire.gateway.rule.Rules;
import io.lotwire.gateway.step.SubscriberDocuments.Outcome;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.EventChoice;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.NewDelivery;
import io.lotwire.lot.LotEvent;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Subscription;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * What subscribers get of the events of a document that were just stored, in the same transaction. A small document of theirs
 * is written at once: its events are in memory here, and reading them back costs more than to write it.
 */
final class Subscribers {
    /** Documents of more events are written when they are sent: a batch holds no more in memory than it has to. */
    private static final int WRITTEN_AT_ONCE = 500;

    private final LedgerTransaction tx;
    private final Archive archive;
    private final AcceptedDocument document;
    private final long setId;
    private final StoredEvents stored;
    private final List<Wish> wishes = new ArrayList<>();

    /** A subscription, and the positions of the events that it wants. */
    private record Wish(Profile partner, Subscription subscription, BitSet positions) {}

    /**
     * @param document the document whose events are stored
     * @param setId the number of its set
     */
    Subscribers(LedgerTransaction tx, Archive archive, AcceptedDocument document, long setId) {
        this.tx = tx;
        this.archive = archive;
        this.document = document;
        this.setId = setId;
        this.stored = new StoredEvents(tx, setId);
        for (Profile partner : document.agreement().rules().profiles().partners()) {
            for (Subscription subscription : partner.subscriptions()) {
                wishes.add(new Wish(partner, subscription, new BitSet()));
            }
        }
    }

    /**
     * An event was stored that is new.
     *
     * @param seq its number in the order in which events are stored
     */
    void add(LotEvent event, long seq) {
        for (Wish wish : wishes) {
            if (wish.subscription().when().holdsFor(event)) {
                wish.positions().set(stored.count());
            }
        }
        stored.add(event, seq);
    }

    /** How many events were new. */
    int count() {
        return stored.count();
    }

    /**
     * The deliveries that the events cause, for each subscription that wants some of them.
     *
     * @param number the document's own number
     */
    List<NewDelivery> deliveries(String number) throws IOException {
        List<NewDelivery> due = new ArrayList<>();
        for (Wish wish : wishes) {
            if (!wish.positions().isEmpty()) {
                due.addAll(deliveries(wish, number));
            }
        }
        return due;
    }

    private List<NewDelivery> deliveries(Wish wish, String number) throws IOException {
        int[] wanted = wish.positions().stream().toArray();
        Parts parts = Parts.of(stored.at(wanted), wish.subscription());
        int[][] split = parts.split(wanted);
        List<NewDelivery> due = new ArrayList<>();
        for (int i = 0; i < split.length; i++) {
            due.add(written(wish, number, split[i], stored.choice(split[i], i + 1, split.length)));
        }
        return due;
    }

    /**
     * A delivery with its document. Without it when that has control numbers, which others would wait for from here to the
     * commit, and when there is something to say about it: who sends it does.
     */
    private NewDelivery written(Wish wish, String number, int[] positions, EventChoice choice) throws IOException {
        Subscription subscription = wish.subscription();
        NewDelivery delivery = NewDelivery.ofSubscription(
                wish.partner().name(),
                subscription.name(),
                subscription.send().format().word(),
                subscription.over().word(),
                document.inbox().id(),
                setId,
                choice);
        Optional<Profile> us = document.agreement().rules().profiles().self();
        if (us.isEmpty()
                || !(document.agreement().rules() instanceof Rules rules)
                || SubscriberDocuments.isNumbered(subscription)
                || choice.count() > WRITTEN_AT_ONCE
                || !stored.isInMemory()
                || DeliveryGate.isDoubtful(wish.partner(), subscription, stored.at(positions))) {
            return delivery;
        }
        Outcome outcome = new SubscriberDocuments(tx, archive, rules, us.get())
                .write(
                        stored.at(positions),
                        wish.partner(),
                        subscription,
                        new SubscriberDocuments.Wanted(choice, document.kind(), number, NewDelivery.NUMBER));
        if (outcome instanceof Outcome.Written written && written.problems().isEmpty()) {
            tx.definitions().keepWriting(List.of(written.by()));
            return delivery.written(written.document(), written.by());
        }
        return delivery;
    }
}
