package io.lotwire.replay;

import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.StatedEvent;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.json.LotEventJson;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares the lot events that a file gives now with those that are stored. */
final class Comparison {
    private static final int BATCH = 1000;

    private final Ledger ledger;
    private final long inboxId;
    private final Map<String, StatedEvent> unseen = new LinkedHashMap<>();
    private final List<LotEvent> batch = new ArrayList<>();
    private final List<LotEvent> fresh = new ArrayList<>();
    private final List<EventDifference> differences = new ArrayList<>();
    private int same;

    /** A comparison with what came of an inbox row. */
    Comparison(Ledger ledger, long inboxId) {
        this.ledger = ledger;
        this.inboxId = inboxId;
        ledger.inTransaction(tx -> tx.events().statedIn(inboxId)).forEach(event -> unseen.put(event.eventId(), event));
    }

    /** Takes an event that comes out now. */
    void take(LotEvent event) {
        batch.add(event);
        if (batch.size() == BATCH) {
            compareBatch();
        }
    }

    /** How many events are as they were; complete after {@link #differences}. */
    int same() {
        return same;
    }

    /** What is otherwise, once all events are taken. */
    List<EventDifference> differences() {
        compareBatch();
        Map<Said, Deque<LotEvent>> freshAt = new HashMap<>();
        fresh.forEach(event -> freshAt.computeIfAbsent(said(event), place -> new ArrayDeque<>())
                .add(event));
        for (StatedEvent stored : unseen.values()) {
            LotEvent was = LotEventJson.read(stored.json());
            LotEvent now = freshAt.getOrDefault(said(was), new ArrayDeque<>()).poll();
            differences.add(
                    now == null
                            ? new EventDifference.Gone(was)
                            : new EventDifference.Changed(
                                    was, now, EventFields.of(was).changesTo(EventFields.of(now))));
        }
        freshAt.values().forEach(left -> left.forEach(event -> differences.add(new EventDifference.New(event))));
        return differences;
    }

    private void compareBatch() {
        Map<String, StatedEvent> stored = new HashMap<>();
        ledger.inTransaction(tx -> tx.events().stated(batch)).forEach(event -> stored.put(event.eventId(), event));
        for (LotEvent event : batch) {
            StatedEvent before = stored.get(event.eventId());
            if (before == null) {
                fresh.add(event);
            } else {
                unseen.remove(event.eventId());
                compare(before, event);
            }
        }
        batch.clear();
    }

    private void compare(StatedEvent stored, LotEvent now) {
        LotEvent was = LotEventJson.read(stored.json());
        boolean cameAgain = stored.inboxId() != inboxId;
        List<FieldChange> changes = cameAgain
                ? EventFields.withoutSource(was).changesTo(EventFields.withoutSource(now))
                : EventFields.of(was).changesTo(EventFields.of(now));
        if (changes.isEmpty()) {
            same++;
        } else {
            differences.add(new EventDifference.Changed(was, now, changes));
        }
    }

    /** Where its lot, or its item, was said. */
    private static Said said(LotEvent event) {
        return new Said(event.source().segment(), event.source().offset());
    }

    private record Said(int segment, long offset) {}
}
