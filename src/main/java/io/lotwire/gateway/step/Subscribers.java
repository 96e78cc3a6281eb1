package io.lotwire.gateway.step;

import io.lotwire.document.Parts;
import io.lotwire.gateway.rule.Rules;
import io.lotwire.gateway.step.SubscriberDocuments.Outcome;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.EventChoice;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.NewDelivery;
import io.lotwire.lot.EventSource;
import io.lotwire.lot.LotEvent;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Subscription;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * What subscribers get of events that were just stored, in the same transaction. A small document is written at once: its
 * events are in memory here, and reading them back costs more than to write it.
 */
final class Subscribers {
    /** Documents of more events are written when they are sent: a batch holds no more in memory than it has to. */
    private static final int WRITTEN_AT_ONCE = 500;

    private final LedgerTransaction tx;
    private final Archive archive;

    Subscribers(LedgerTransaction tx, Archive archive) {
        this.tx = tx;
        this.archive = archive;
    }

    /**
     * The deliveries that a document causes, for each subscription that wants some of its events.
     *
     * @param setId the number of its set
     * @param number its own number
     * @param events those that it brought, in the order in which they were stored
     */
    List<NewDelivery> deliveries(AcceptedDocument document, long setId, String number, List<LotEvent> events)
            throws IOException {
        OfDocument of = new OfDocument(document, setId, number, events);
        List<NewDelivery> due = new ArrayList<>();
        for (Profile partner : document.agreement().rules().profiles().partners()) {
            for (Subscription subscription : partner.subscriptions()) {
                for (NewDelivery delivery : deliveries(of, partner, subscription)) {
                    due.add(written(of, partner, subscription, delivery));
                }
            }
        }
        return due;
    }

    private record OfDocument(AcceptedDocument document, long setId, String number, List<LotEvent> events) {}

    private static List<NewDelivery> deliveries(OfDocument of, Profile partner, Subscription subscription)
            throws IOException {
        List<LotEvent> wanted = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < of.events().size(); i++) {
            if (subscription.when().holdsFor(of.events().get(i))) {
                wanted.add(of.events().get(i));
                positions.add(i);
            }
        }
        if (wanted.isEmpty()) {
            return List.of();
        }
        Parts parts = Parts.of(EventSource.of(wanted), subscription);
        BitSet[] chosen = new BitSet[parts.count()];
        Arrays.setAll(chosen, i -> new BitSet());
        for (int i = 0; i < wanted.size(); i++) {
            chosen[parts.of(i) - 1].set(positions.get(i));
        }
        List<NewDelivery> deliveries = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            deliveries.add(NewDelivery.ofSubscription(
                    partner.name(),
                    subscription.name(),
                    subscription.send().format().word(),
                    subscription.over().word(),
                    of.document().inbox().id(),
                    of.setId(),
                    EventChoice.of(chosen[i], of.events().size(), i + 1, chosen.length)));
        }
        return deliveries;
    }

    /**
     * A delivery with its document. Without it when that has control numbers, which others would wait for from here to the
     * commit, and when there is something to say about it: who sends it does.
     */
    private NewDelivery written(OfDocument of, Profile partner, Subscription subscription, NewDelivery delivery)
            throws IOException {
        Optional<Profile> us = of.document().agreement().rules().profiles().self();
        if (us.isEmpty()
                || !(of.document().agreement().rules() instanceof Rules rules)
                || SubscriberDocuments.isNumbered(subscription)
                || delivery.events().count() > WRITTEN_AT_ONCE) {
            return delivery;
        }
        List<LotEvent> events = delivery.events()
                .positions()
                .map(positions -> positions.stream().mapToObj(of.events()::get).toList())
                .orElse(of.events());
        Outcome outcome = new SubscriberDocuments(tx, archive, rules, us.get())
                .write(
                        EventSource.of(events),
                        partner,
                        subscription,
                        new SubscriberDocuments.Wanted(
                                delivery.events(), of.document().kind(), of.number(), NewDelivery.NUMBER));
        if (outcome instanceof Outcome.Written written && written.problems().isEmpty()) {
            tx.definitions().keepWriting(List.of(written.by()));
            return delivery.written(written.document(), written.by());
        }
        return delivery;
    }
}
