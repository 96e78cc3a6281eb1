package io.lotwire.writing;

import io.lotwire.lot.EventTime;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Party;
import io.lotwire.lot.Reference;
import io.lotwire.lot.TransactionStatement;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.writing.Groups.Group;
import io.lotwire.writing.Node.LoopNode;
import io.lotwire.writing.Node.SegmentNode;
import io.lotwire.writing.Node.TreeNode;
import io.lotwire.writing.WritingMapping.Level;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Writes the sets of one interchange: walks the out-mapping with the events at hand, each a fixed number of times. */
final class Run {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);

    private final WritingMapping mapping;
    private final Chosen chosen;
    private final Sink sink;
    private final String documentNumber;
    private final LocalDateTime written;
    private final SegmentWriting segments;
    private final Set<Problem> problems = new LinkedHashSet<>();
    private List<String> shape = List.of();
    private int levels;
    private int set;
    private EventTime lastTime;
    private WrittenTime lastWritten;
    private final boolean several;

    Run(
            WritingMapping mapping,
            Chosen chosen,
            Sink sink,
            String documentNumber,
            LocalDateTime written,
            boolean several) {
        this.several = several;
        this.mapping = mapping;
        this.chosen = chosen;
        this.sink = sink;
        this.documentNumber = documentNumber;
        this.written = written;
        this.segments = new SegmentWriting(sink, mapping);
    }

    /** Writes a set. */
    void set(int number, List<LotEvent> events) {
        set = number;
        levels = 0;
        shape = occurring(events);
        sink.set(number);
        Told told = segments.begin(events.size());
        write(mapping.body(), EventsAtHand.ofSet(this, events));
        told.lost(events, chosen).forEach(this::refuse);
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    Chosen chosen() {
        return chosen;
    }

    /** The document's own number; of several sets each has its own. */
    String documentNumber() {
        return several ? documentNumber + "-" + set : documentNumber;
    }

    String writtenDate() {
        return DATE.format(written);
    }

    String writtenClock() {
        return TIME.format(written);
    }

    /** A moment as it is written; most events of a document have the same. */
    WrittenTime written(EventTime time) {
        if (!time.equals(lastTime)) {
            lastTime = time;
            lastWritten = new WrittenTime(time, !chosen.leavesOutZone());
        }
        return lastWritten;
    }

    /** The levels that there are in this set. */
    String shape() {
        return String.join("-", shape);
    }

    /** How many of these segments the set has; one that is being written counts. */
    int count(String segment) {
        return segments.count(segment);
    }

    int nextLevel() {
        return ++levels;
    }

    void refuse(WritingFault fault, String message) {
        refuse(Problem.error(fault, Place.inFile(""), message));
    }

    private void refuse(Problem problem) {
        problems.add(problem);
    }

    private void write(List<Node> nodes, EventsAtHand atHand) {
        for (Node node : nodes) {
            if (!node.when().holds(atHand)) {
                continue;
            }
            if (node instanceof SegmentNode segment) {
                segments.write(segment, atHand);
            } else if (node instanceof LoopNode loop) {
                loop(loop, atHand);
            } else if (node instanceof TreeNode) {
                tree(chosen.levels(), atHand);
            }
        }
    }

    private void loop(LoopNode loop, EventsAtHand atHand) {
        if (loop.each() == Each.PARTY) {
            loop.roles().forEach((role, who) -> party(role, who, loop.nodes(), atHand));
            return;
        }
        if (loop.each() == Each.REFERENCE) {
            references(loop.nodes(), atHand);
            return;
        }
        if (loop.each() == Each.STATEMENT) {
            statements(loop.nodes(), atHand);
            return;
        }
        for (Group group : Groups.of(loop.each(), atHand, chosen.merged(), loop.isLevel())) {
            if (loop.isLevel() && group.missing()) {
                write(
                        loop.nodes().stream().filter(LoopNode.class::isInstance).toList(),
                        atHand.below(group.positions()));
            } else if (loop.isLevel()) {
                write(loop.nodes(), atHand.levelBelow(group.positions(), false));
            } else {
                write(loop.nodes(), atHand.below(group.positions()));
            }
        }
    }

    private void party(String role, String who, List<Node> nodes, EventsAtHand atHand) {
        Function<LotEvent, Party> whose = WrittenParty.WHO.get(who);
        Party first = whose.apply(atHand.event(0));
        if (first != null && atHand.all(event -> first.equals(whose.apply(event)))) {
            WrittenParty party = new WrittenParty(role, who, first);
            if (party.isOfTransfer()) {
                String said = "party " + role + " " + first;
                if (atHand.hasSaid(said)) {
                    return;
                }
                atHand.says(said);
            }
            write(nodes, atHand.of(party));
        }
    }

    /** Each statement that is made of all events at hand, where a loop around has not written it. */
    private void statements(List<Node> nodes, EventsAtHand atHand) {
        for (TransactionStatement statement : statementsOf(atHand.event(0))) {
            String said = said(statement);
            if (!atHand.hasSaid(said) && atHand.all(event -> statementsOf(event).contains(statement))) {
                atHand.says(said);
                write(nodes, atHand.of(statement));
            }
        }
        if (atHand.isInnermost() && !atHand.all(event -> saysAll(event, atHand))) {
            refuse(
                    WritingFault.NO_PLACE,
                    "Different statements are made of lots that share a line: say 'lines: per-lot', so that each lot has"
                            + " its own.");
        }
    }

    private static boolean saysAll(LotEvent event, EventsAtHand atHand) {
        return statementsOf(event).stream().allMatch(statement -> atHand.hasSaid(said(statement)));
    }

    private static String said(TransactionStatement statement) {
        return "statement " + statement;
    }

    private static List<TransactionStatement> statementsOf(LotEvent event) {
        return event.transfer() == null ? List.of() : event.transfer().statements();
    }

    /** Each reference that all events at hand have, where a loop around has not written it. */
    private void references(List<Node> nodes, EventsAtHand atHand) {
        for (String type : chosen.references().keySet()) {
            for (Reference reference : atHand.event(0).references()) {
                if (reference.type().equals(type)) {
                    String said = "reference " + type + " " + reference.value();
                    if (!atHand.hasSaid(said) && atHand.all(event -> refersTo(event, reference))) {
                        atHand.says(said);
                        write(nodes, atHand.of(reference));
                    }
                }
            }
        }
    }

    private static boolean refersTo(LotEvent event, Reference reference) {
        for (Reference other : event.references()) {
            if (other.type().equals(reference.type()) && other.value().equals(reference.value())) {
                return true;
            }
        }
        return false;
    }

    /** The innermost level has an instance for each line; a level above it that events do not have is left out for them. */
    private void tree(List<String> codes, EventsAtHand atHand) {
        boolean innermost = codes.size() == 1;
        Level level = mapping.levels().get(codes.get(0));
        List<String> inner = codes.subList(1, codes.size());
        Each each = innermost ? Each.LINE : grouping(level);
        for (Group group : Groups.of(each, atHand, chosen.merged(), true)) {
            EventsAtHand below;
            if (group.missing()) {
                below = atHand.below(group.positions());
            } else {
                below = atHand.levelBelow(group.positions(), innermost);
                write(level.nodes(), below);
            }
            if (!innermost) {
                tree(inner, below);
            }
        }
    }

    /** Where a tree has cartons and no pallets, any unit is a carton. */
    private Each grouping(Level level) {
        boolean pallets = chosen.levels().stream()
                .anyMatch(other -> mapping.levels().get(other).each() == Each.PALLET);
        return level.each() == Each.CARTON && !pallets ? Each.UNIT : level.each();
    }

    private List<String> occurring(List<LotEvent> events) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < chosen.levels().size(); i++) {
            String code = chosen.levels().get(i);
            boolean innermost = i == chosen.levels().size() - 1;
            Each each = grouping(mapping.levels().get(code));
            if (innermost || events.stream().anyMatch(event -> !each.key(event).equals(""))) {
                codes.add(code);
            }
        }
        return codes;
    }
}
