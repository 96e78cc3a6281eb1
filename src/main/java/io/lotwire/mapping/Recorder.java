package io.lotwire.mapping;

import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.edi.tree.Value;
import io.lotwire.edi.tree.X12Path;
import io.lotwire.lot.LotEvent;
import io.lotwire.mapping.Explanation.NotMapped;
import io.lotwire.mapping.Explanation.Taken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Remembers where the values of the event in hand were taken, and which segments any was taken of. */
final class Recorder implements Trail {
    private static final Set<String> LEVELS = Set.of("HL", "CPS");
    private static final String SEVERAL = "item.ids";
    private static final String STATEMENTS = "transfer.statements";
    private static final String QUANTITY = "quantity.";

    private final List<Taken> ofDocument = new ArrayList<>();
    private final List<Taken> ofLine = new ArrayList<>();
    private final List<Taken> ofStatement = new ArrayList<>();
    private final UsedPlaces used = new UsedPlaces();
    private List<Taken> current = ofDocument;

    @Override
    public void line() {
        ofLine.clear();
        ofStatement.clear();
        current = ofLine;
    }

    @Override
    public void statement() {
        ofStatement.clear();
        current = ofStatement;
    }

    @Override
    public void took(String field, X12Path place, Value value) {
        current.add(new Taken(field, place.toString(), value.text(), value.segment()));
        used(value);
        place.usedFor(value, this::used);
        used.addForm(value);
    }

    @Override
    public void used(Segment segment, int element, int component) {
        used.add(segment, element, component);
    }

    /** Where the values of the event were taken that was made last. What a statement has of its own stands for its line's. */
    List<Taken> taken(LotEvent event) {
        Map<String, Taken> byField = new LinkedHashMap<>();
        List<List<Taken>> all = List.of(ofDocument, ofLine, ofStatement);
        for (Taken taken : all.stream().flatMap(List::stream).toList()) {
            byField.put(taken.field() + several(taken), taken);
        }
        return byField.values().stream()
                .filter(taken -> event.quantity() != null || !taken.field().startsWith(QUANTITY))
                .toList();
    }

    /** What tells values of a field apart that has several. */
    private static String several(Taken taken) {
        return switch (taken.field()) {
            case SEVERAL -> " " + taken.place() + " " + taken.value();
            case STATEMENTS -> " " + taken.segment().position();
            default -> "";
        };
    }

    /** What no value was taken of, in the order of the set. */
    List<NotMapped> notMapped(TransactionSet set) {
        List<NotMapped> all = new ArrayList<>();
        List<Segment> segments = set.segments();
        for (Segment segment : segments.subList(1, Math.max(1, segments.size() - 1))) {
            if (!LEVELS.contains(segment.id())) {
                notMapped(segment).forEach(each -> add(each, all));
            }
        }
        return all;
    }

    /** The places of one segment that nothing was told of. */
    List<NotMapped> notMapped(Segment segment) {
        return used.unusedIn(segment);
    }

    /** Places that are alike are told once, with their number. */
    private static void add(NotMapped one, List<NotMapped> all) {
        for (int i = 0; i < all.size(); i++) {
            NotMapped other = all.get(i);
            if (other.place().equals(one.place())) {
                all.set(i, new NotMapped(other.first(), other.element(), other.component(), other.count() + 1));
                return;
            }
        }
        all.add(one);
    }
}
