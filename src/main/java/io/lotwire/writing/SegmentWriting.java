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
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes segments, and says which facts they tell. */
final class SegmentWriting {
    private static final String LOT_QUALIFIER = "LT";
    private static final String BATCH_IN_EDIFACT = "NB";

    private final Sink sink;
    private final Map<String, Integer> counts;
    private final Told told;
    private String writing = "";

    SegmentWriting(Sink sink, Map<String, Integer> counts, Told told) {
        this.sink = sink;
        this.counts = counts;
        this.told = told;
    }

    boolean isWriting(String segment) {
        return writing.equals(segment);
    }

    /** Writes the segment when it says something about the events at hand, or has no fields that could. */
    void write(SegmentNode node, EventsAtHand atHand) {
        writing = node.id();
        Set<Fact> facts = EnumSet.noneOf(Fact.class);
        // Whether a field could say something, and whether one does.
        boolean[] speaks = {false, false};
        List<Reference> references = new ArrayList<>();
        List<List<String>> elements = new ArrayList<>();
        for (At at : node.elements()) {
            String value = at.value().of(atHand, (field, seen) -> {
                boolean isData = field.kind() == Kind.DATA;
                speaks[0] |= isData;
                if (!seen.isEmpty()) {
                    speaks[1] |= isData;
                    facts.addAll(field.facts());
                    if (!field.referenceType().isEmpty()) {
                        references.add(new Reference(field.referenceType(), seen, ""));
                    }
                }
            });
            put(elements, at.element(), Math.max(1, at.component()), value);
        }
        if (node.pairs() != null) {
            speaks[0] = true;
            speaks[1] |= pairs(node.pairs(), atHand, elements, facts);
        }
        if (node.always() || !speaks[0] || speaks[1]) {
            if (atHand.reference() != null) {
                references.add(atHand.reference());
            }
            send(node, atHand, elements, facts);
            told.tells(references, atHand);
        }
        writing = "";
    }

    private void send(SegmentNode node, EventsAtHand atHand, List<List<String>> elements, Set<Fact> facts) {
        String rendered = node.id() + elements;
        if (node.once() && atHand.hasSaid(rendered)) {
            return;
        }
        atHand.says(rendered);
        told.tells(facts, atHand, rendered);
        for (List<List<String>> part : parts(node, atHand, elements)) {
            counts.merge(node.id(), 1, Integer::sum);
            sink.segment(
                    node.id(),
                    part.stream().map(each -> new Element(List.of(each))).toList());
        }
    }

    /** Answers whether there is a pair at all. */
    private static boolean pairs(Pairs pairs, EventsAtHand atHand, List<List<String>> elements, Set<Fact> facts) {
        List<ItemNumbers.Pair> numbers = new ArrayList<>();
        if (!pairs.onlyLot()
                && atHand.events().stream().map(LotEvent::item).distinct().count() == 1) {
            List<ItemNumbers.Pair> all = ItemNumbers.of(
                    atHand.events().get(0).item(),
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
            put(
                    elements,
                    place,
                    1,
                    pairs.composite() ? sent.get(i).number() : sent.get(i).qualifier());
            put(
                    elements,
                    pairs.composite() ? place : place + 1,
                    pairs.composite() ? 2 : 1,
                    pairs.composite() ? sent.get(i).qualifier() : sent.get(i).number());
        }
        return !sent.isEmpty();
    }

    /** The segment, or as many as the text needs that goes on in a further one. */
    private static List<List<List<String>>> parts(SegmentNode node, EventsAtHand atHand, List<List<String>> elements) {
        Split split = node.split();
        if (split == null || !atHand.chosen().splitText() || split.element() > elements.size()) {
            return List.of(elements);
        }
        int most = atHand.chosen().length(node.id(), split.element(), split.component());
        List<String> around = elements.get(split.element() - 1);
        List<List<List<String>>> parts = new ArrayList<>();
        String rest = around.get(split.component() - 1);
        while (rest.length() > most) {
            int blank = rest.lastIndexOf(' ', most);
            int end = blank <= 0 ? most : blank;
            parts.add(with(elements, split, rest.substring(0, end)));
            rest = rest.substring(end).stripLeading();
        }
        parts.add(with(elements, split, rest));
        return parts;
    }

    private static List<List<String>> with(List<List<String>> elements, Split split, String text) {
        List<List<String>> changed = new ArrayList<>(elements);
        List<String> components = new ArrayList<>(elements.get(split.element() - 1));
        components.set(split.component() - 1, text);
        changed.set(split.element() - 1, components);
        return changed;
    }

    private static void put(List<List<String>> elements, int element, int component, String value) {
        while (elements.size() < element) {
            elements.add(new ArrayList<>(List.of("")));
        }
        List<String> components = elements.get(element - 1);
        while (components.size() < component) {
            components.add("");
        }
        components.set(component - 1, value);
    }
}
