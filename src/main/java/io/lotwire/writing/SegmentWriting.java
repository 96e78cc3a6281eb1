package io.lotwire.writing;

import io.lotwire.edi.segment.Element;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Reference;
import io.lotwire.writing.Field.Kind;
import io.lotwire.writing.Node.At;
import io.lotwire.writing.Node.Pairs;
import io.lotwire.writing.Node.SegmentNode;
import io.lotwire.writing.Node.Split;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes segments, and says which facts they tell. */
final class SegmentWriting implements ElementValue.Filling {
    private static final String LOT_QUALIFIER = "LT";
    private static final String BATCH_IN_EDIFACT = "NB";

    private final Sink sink;
    /** The segments that somewhere are not said again. */
    private final Set<String> once;

    private final Map<String, Integer> counts = new HashMap<>();
    private Told told = new Told(0);

    /** Of the segment that is being written. */
    private final SegmentDraft draft = new SegmentDraft();

    private final Set<Fact> facts = EnumSet.noneOf(Fact.class);
    private final List<Reference> references = new ArrayList<>();
    private String writing = "";
    /** Whether a field could say something, and whether one does. */
    private boolean couldSpeak;

    private boolean speaks;

    SegmentWriting(Sink sink, WritingMapping mapping) {
        this.sink = sink;
        this.once = mapping.once();
    }

    /** Begins a set; what is told of its events is kept in what this gives. */
    Told begin(int events) {
        counts.clear();
        told = new Told(events);
        return told;
    }

    /** How many of these segments the set has; one that is being written counts. */
    int count(String segment) {
        return counts.getOrDefault(segment, 0) + (writing.equals(segment) ? 1 : 0);
    }

    @Override
    public void saw(Field field, String value) {
        boolean isData = field.kind() == Kind.DATA;
        couldSpeak |= isData;
        if (!value.isEmpty()) {
            speaks |= isData;
            facts.addAll(field.facts());
            if (!field.referenceType().isEmpty()) {
                references.add(new Reference(field.referenceType(), value, ""));
            }
        }
    }

    /** Writes the segment when it says something about the events at hand, or has no fields that could. */
    void write(SegmentNode node, EventsAtHand atHand) {
        writing = node.id();
        couldSpeak = false;
        speaks = false;
        facts.clear();
        references.clear();
        draft.clear();
        for (At at : node.elements()) {
            draft.put(at.element(), Math.max(1, at.component()), at.value().of(atHand, this));
        }
        if (node.pairs() != null) {
            couldSpeak = true;
            speaks |= pairs(node.pairs(), atHand);
        }
        if (node.always() || !couldSpeak || speaks) {
            if (atHand.reference() != null) {
                references.add(atHand.reference());
            }
            send(node, atHand);
            for (Reference reference : references) {
                told.tells(reference, atHand);
            }
        }
        writing = "";
    }

    private void send(SegmentNode node, EventsAtHand atHand) {
        boolean mayBeSaidAgain = once.contains(node.id());
        String rendered = mayBeSaidAgain || Told.areSeenInWriting(facts) ? draft.rendered(node.id()) : "";
        if (mayBeSaidAgain) {
            if (node.once() && atHand.hasSaid(rendered)) {
                return;
            }
            atHand.says(rendered);
        }
        told.tells(facts, atHand, rendered);
        Split split = node.split();
        if (split == null || !atHand.chosen().splitText() || split.element() > draft.size()) {
            send(node.id());
            return;
        }
        int most = atHand.chosen().length(node.id(), split.element(), split.component());
        String rest = draft.at(split.element(), split.component());
        while (rest.length() > most) {
            int blank = rest.lastIndexOf(' ', most);
            int end = blank <= 0 ? most : blank;
            draft.put(split.element(), split.component(), rest.substring(0, end));
            send(node.id());
            rest = rest.substring(end).stripLeading();
        }
        draft.put(split.element(), split.component(), rest);
        send(node.id());
    }

    private void send(String id) {
        counts.merge(id, 1, Integer::sum);
        List<Element> elements = draft.elements();
        sink.segment(id, elements);
    }

    /** Answers whether there is a pair at all. */
    private boolean pairs(Pairs pairs, EventsAtHand atHand) {
        List<ItemNumbers.Pair> numbers = new ArrayList<>();
        if (!pairs.onlyLot() && areOfOneItem(atHand)) {
            List<ItemNumbers.Pair> all = ItemNumbers.of(
                    atHand.event(0).item(),
                    atHand.chosen().items(),
                    atHand.chosen().syntax());
            numbers.addAll(all.subList(Math.min(pairs.from(), all.size()), all.size()));
        }
        String lot = pairs.lot().isEmpty() || !atHand.chosen().lotPlaces(atHand).contains(pairs.lot())
                ? ""
                : atHand.common(event -> event.lot() == null ? "" : event.lot().code());
        int room = pairs.places().size() - (lot.isEmpty() ? 0 : 1);
        List<ItemNumbers.Pair> sent = new ArrayList<>(numbers.subList(0, Math.min(room, numbers.size())));
        if (!lot.isEmpty()) {
            facts.add(Fact.LOT);
            sent.add(new ItemNumbers.Pair(pairs.composite() ? BATCH_IN_EDIFACT : LOT_QUALIFIER, lot));
        }
        for (int i = 0; i < sent.size(); i++) {
            int place = pairs.places().get(i);
            draft.put(
                    place,
                    1,
                    pairs.composite() ? sent.get(i).number() : sent.get(i).qualifier());
            draft.put(
                    pairs.composite() ? place : place + 1,
                    pairs.composite() ? 2 : 1,
                    pairs.composite() ? sent.get(i).qualifier() : sent.get(i).number());
        }
        return !sent.isEmpty();
    }

    private static boolean areOfOneItem(EventsAtHand atHand) {
        LotEvent first = atHand.event(0);
        return atHand.all(event -> event.item().equals(first.item()));
    }
}
