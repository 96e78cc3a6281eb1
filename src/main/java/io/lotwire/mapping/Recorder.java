package io.lotwire.mapping;

import io.lotwire.edi.segment.ElementPlace;
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
import java.util.function.Consumer;

/** Remembers where the values of the event in hand were taken, and which segments any was taken of. */
final class Recorder implements Trail {
    private static final Set<String> LEVELS = Set.of("HL", "CPS");
    private static final String SEVERAL = "item.ids";
    private static final String STATEMENTS = "transfer.statements";
    private static final String QUANTITY = "quantity.";

    private final List<Taken> ofDocument = new ArrayList<>();
    private final List<Taken> ofLine = new ArrayList<>();
    private final List<Taken> ofStatement = new ArrayList<>();
    private final Explaining positions;
    private final UsedPlaces used;
    private List<Taken> current = ofDocument;

    /** One of all segments. */
    Recorder() {
        this(Explaining.ALL);
    }

    /**
     * @param positions those segments of the set that places are remembered of, by their positions in it
     */
    Recorder(Explaining positions) {
        this.positions = positions;
        this.used = new UsedPlaces(positions);
    }

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
        ElementPlace at =
                new ElementPlace(value.segment(), value.element(), value.component() > 0 ? 1 : 0, value.component());
        current.add(new Taken(field, place.toString(), value.text(), at));
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

    /** Tells of each place that no value was taken of, in the order of the set. */
    void unread(TransactionSet set, Consumer<NotMapped> each) {
        // The last one is the trailer: each is looked at when another has come.
        Segment[] before = new Segment[1];
        set.forEachSegment(segment -> {
            if (before[0] != null && isTold(before[0])) {
                notMapped(before[0]).forEach(each);
            }
            before[0] = segment;
        });
    }

    private boolean isTold(Segment segment) {
        return segment.position() > 1 && positions.has(segment.position()) && !LEVELS.contains(segment.id());
    }

    /** The places of one segment that nothing was told of. */
    List<NotMapped> notMapped(Segment segment) {
        return used.unusedIn(segment);
    }
}
