package io.lotwire.registry.walk;

import io.lotwire.registry.Moment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what was sent for what was received: what went to there on the same logistic unit, else what a document speaks of that refers to
 * the same order or notice, else what was sent before. All shipments are to be added first.
 */
final class Shipments {
    private final Map<Long, Set<String>> references;
    private final Map<Key, List<Sent>> sent = new HashMap<>();
    private boolean sorted;

    /**
     * @param references the business documents that transaction sets refer to
     */
    Shipments(Map<Long, Set<String>> references) {
        this.references = references;
    }

    /** What went one way, and may be found by a logistic unit, by a document, or by nothing more. */
    private record Key(int from, int to, long unit, String document) {}

    /** A step that sent goods, and when they were received. */
    static final class Sent {
        private final Step step;
        private final int from;
        private Moment arrives;

        private Sent(Step step, int from) {
            this.step = step;
            this.from = from;
        }

        private Moment leaves() {
            return step.when();
        }

        /** When its goods were received, all of them; null where that is not told. */
        Moment arrives() {
            return arrives;
        }

        private void receive(Moment when) {
            arrives = arrives == null || when == null ? when : spanning(arrives, when);
        }

        private static Moment spanning(Moment one, Moment other) {
            Moment first = one.surelyFollows(other) ? other : one;
            Moment last = one.surelyPrecedes(other) ? other : one;
            return first.offsetMinutes() == null || first.offsetMinutes().equals(last.offsetMinutes())
                    ? new Moment(first.begins(), last.ends(), first.offsetMinutes())
                    : first;
        }
    }

    /**
     * What a receipt answers.
     *
     * @param from where that came from, {@link Places#NOWHERE} where nobody tells
     * @param leaves when it was sent; where several shipments may be meant, from the first of them to the last; null where nobody tells
     * @param setId the transaction set that tells of it; {@link Step#NONE} where those of several may be meant
     */
    record Answered(int from, Moment leaves, long setId) {}

    /** Adds a shipment. */
    Sent add(Step step, int from, int to) {
        Sent one = new Sent(step, from);
        addTo(from, to, step, one);
        if (from != Places.NOWHERE) {
            // For receipts that do not tell where it came from.
            addTo(Places.NOWHERE, to, step, one);
        }
        return one;
    }

    private void addTo(int from, int to, Step step, Sent one) {
        put(new Key(from, to, Step.NONE, ""), one);
        if (step.sscc() != Step.NONE) {
            put(new Key(from, to, step.sscc(), ""), one);
        }
        if (step.parent() != Step.NONE) {
            put(new Key(from, to, step.parent(), ""), one);
        }
        for (String document : references.getOrDefault(step.setId(), Set.of())) {
            put(new Key(from, to, Step.NONE, document), one);
        }
    }

    private void put(Key key, Sent one) {
        sent.computeIfAbsent(key, each -> new ArrayList<>()).add(one);
    }

    /** What a receipt answers; empty where nothing was sent to there. */
    Optional<Answered> answeredBy(Step receipt, int from, int to) {
        sort();
        Moment when = receipt.when();
        List<Sent> meant = named(receipt, from, to);
        if (meant.isEmpty() && from != Places.NOWHERE) {
            // Who sent it may go by another name there.
            meant = named(receipt, Places.NOWHERE, to);
        }
        if (meant.isEmpty()) {
            meant = before(when, new Key(from, to, Step.NONE, ""));
        }
        return meant.isEmpty() ? Optional.empty() : Optional.of(answered(meant, when));
    }

    /** What was sent on the same logistic unit, else what a document speaks of that refers to the same order or notice. */
    private List<Sent> named(Step receipt, int from, int to) {
        Moment when = receipt.when();
        List<Sent> meant = before(when, new Key(from, to, receipt.sscc(), ""));
        if (receipt.sscc() == Step.NONE || meant.isEmpty()) {
            meant = receipt.parent() == Step.NONE ? List.of() : before(when, new Key(from, to, receipt.parent(), ""));
        }
        if (!meant.isEmpty()) {
            meant = meant.subList(meant.size() - 1, meant.size());
        }
        for (String document :
                meant.isEmpty() ? references.getOrDefault(receipt.setId(), Set.of()) : Set.<String>of()) {
            meant = meant.isEmpty() ? before(when, new Key(from, to, Step.NONE, document)) : meant;
        }
        return meant;
    }

    private static Answered answered(List<Sent> meant, Moment when) {
        Sent first = meant.get(0);
        Sent last = meant.get(meant.size() - 1);
        if (meant.size() == 1) {
            last.receive(when);
        }
        boolean told = first.leaves() != null && last.leaves() != null;
        return new Answered(
                last.from,
                told ? Sent.spanning(first.leaves(), last.leaves()) : null,
                first.step.setId() == last.step.setId() ? last.step.setId() : Step.NONE);
    }

    private void sort() {
        if (!sorted) {
            Comparator<Sent> inTime =
                    Comparator.comparing(Sent::leaves, Comparator.nullsFirst(Comparator.comparing(Moment::begins)));
            sent.values().forEach(each -> each.sort(inTime));
            sorted = true;
        }
    }

    /** Those that were not sent after a moment, in the order of time. */
    private List<Sent> before(Moment when, Key key) {
        List<Sent> all = sent.getOrDefault(key, List.of());
        int low = 0;
        int high = all.size();
        while (when != null && low < high) {
            int middle = (low + high) / 2;
            Moment left = all.get(middle).leaves();
            if (left == null || when.mayFollow(left)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return all.subList(0, when == null ? all.size() : low);
    }
}
