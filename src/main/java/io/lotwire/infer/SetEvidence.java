package io.lotwire.infer;

import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.ItemId;
import io.lotwire.lot.LotEvent;
import io.lotwire.mapping.Explanation;
import io.lotwire.problem.Problem;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes down how one transaction set became lot events. */
final class SetEvidence implements Explanation {
    private static final String SSCC = "logisticUnit.sscc";
    private static final int SSCC_WITH_IDENTIFIER = 20;
    private static final String LOT = "lot.code";
    /** Behind what stands in an element string, and no field of an event has. */
    private static final String NOT_TOLD = " not told: ";
    /** Behind places of qualifiers that the mapping does not name. */
    private static final String OTHERS = "/*";

    private final String file;
    private final int number;
    private final Documents documents;
    private final Set<Integer> taken = new HashSet<>();
    private final Set<String> values = new HashSet<>();
    private final Set<String> counted = new HashSet<>();
    private final Set<String> open = new HashSet<>();
    private final Set<String> referenced = new HashSet<>();
    /** The numbers of segments with an error. */
    private final Set<Integer> wrong;

    private int events;
    private int lots;

    /**
     * @param number of the set among all sets of all files
     * @param errors what the set is rejected for: in a segment with an error values may stand in the wrong place
     */
    SetEvidence(String file, int number, Documents documents, List<Problem> errors) {
        this.file = file;
        this.number = number;
        this.documents = documents;
        this.wrong = errors.stream().map(error -> error.place().segment()).collect(Collectors.toSet());
    }

    @Override
    public void event(LotEvent event, List<Taken> places) {
        boolean doubtful = event.issues().stream().anyMatch(issue -> issue.code() == IssueCode.LOT_DOUBTFUL)
                || places.stream()
                        .anyMatch(place -> place.field().equals(LOT)
                                && (isWrong(place.segment()) || documents.isDateForLot(place.place(), place.value())));
        events++;
        event.references().forEach(reference -> referenced.add(reference.value()));
        lots += event.lot() == null || doubtful ? 0 : 1;
        for (Taken place : places) {
            take(event, place, doubtful);
        }
        Sighting seen = places.isEmpty() ? new Sighting(file, event.source().segment(), "") : sighting(event, places);
        if (event.quantity() != null) {
            documents.units.add(event.quantity().unit(), event.quantity().unit(), number, seen);
        }
        if (event.reason() != null && event.reason().text().isEmpty()) {
            documents.reasons.add(event.reason().list() + ": " + event.reason().code(), "", number, seen);
        }
        Set<IssueCode> said = EnumSet.noneOf(IssueCode.class);
        event.issues().stream()
                .filter(issue -> said.add(issue.code()))
                .forEach(issue -> documents.issues.add(issue.code().name(), issue.message(), number, seen));
    }

    private void take(LotEvent event, Taken place, boolean doubtful) {
        taken.add(place.segment().position());
        values.add(place.segment().position() + " " + place.value());
        boolean isNew = counted.add(
                place.field() + " " + place.place() + " " + place.segment().position() + " " + place.value());
        if (!isNew) {
            return;
        }
        Sighting seen = Sighting.of(file, place.segment());
        int said = place.field().indexOf(NOT_TOLD);
        if (said >= 0) {
            documents.taken.add("not told: " + place.field().substring(0, said), place.value(), number, seen);
            return;
        }
        if (place.field().equals(LOT) && doubtful) {
            documents.doubtfulLots.add(place.place(), place.value(), number, seen);
            String doubt = event.issues().stream()
                    .filter(issue -> issue.code() == IssueCode.LOT_DOUBTFUL)
                    .map(Issue::message)
                    .findFirst()
                    .orElse(
                            isWrong(place.segment())
                                    ? "The segment has an error, so that values in it may stand in the wrong place."
                                    : "It is a date, and may be none of their lots.");
            documents.doubts.add(place.place(), doubt, number, seen);
            return;
        }
        if (isWrong(place.segment())) {
            return;
        }
        if (place.place().endsWith(OTHERS)) {
            ownNumber(event, place, seen);
        }
        documents.taken.add(place.field() + " " + place.place(), place.value(), number, seen);
        if (place.field().equals(SSCC)) {
            boolean identifier = place.value().length() == SSCC_WITH_IDENTIFIER
                    && place.value().startsWith("00");
            documents.ssccForms.add(
                    identifier
                            ? "with the identifier 00"
                            : "of " + place.value().length() + " characters",
                    place.value(),
                    number,
                    seen);
        }
    }

    private void ownNumber(LotEvent event, Taken place, Sighting seen) {
        String segment = place.place().substring(0, place.place().length() - OTHERS.length());
        event.item().ids().stream()
                .filter(id -> id.value().equals(place.value()))
                .map(ItemId::scheme)
                .findFirst()
                .ifPresent(scheme -> documents.ownNumbers.add(segment + " " + scheme, place.value(), number, seen));
    }

    private Sighting sighting(LotEvent event, List<Taken> places) {
        return places.stream()
                .map(Taken::segment)
                .filter(segment -> segment.number() == event.source().segment())
                .findFirst()
                .map(segment -> Sighting.of(file, segment))
                .orElseGet(() -> new Sighting(file, event.source().segment(), ""));
    }

    @Override
    public void notMapped(TransactionSet set, List<NotMapped> places) {
        for (NotMapped each : places) {
            if (each.isSegment()) {
                documents.notMapped.add(each.first().id(), "", number, Sighting.of(file, each.first()));
            } else {
                open.add(each.place());
            }
        }
    }

    /**
     * Ends the set.
     *
     * @param accepted false for one that is rejected, of which nothing counts as read
     */
    void end(boolean accepted) {
        documents.seen++;
        documents.eventsSeen += events;
        documents.lotsSeen += lots;
        if (accepted) {
            documents.read++;
            documents.events += events;
            documents.lots += lots;
        }
    }

    /** True for the number of an order or another document that events refer to, wherever else it stands. */
    boolean isReference(String value) {
        return referenced.contains(value);
    }

    /** True for a segment with an error: what stands in it is no evidence. */
    boolean isWrong(Segment segment) {
        return wrong.contains(segment.number());
    }

    /** True for an element, such as {@code W12-10}, of which somewhere in the set nothing was taken, but of its segment. */
    boolean isOpen(String element) {
        return open.contains(element);
    }

    /** True when some value of the segment went into an event. */
    boolean took(Segment segment) {
        return taken.contains(segment.position());
    }

    /** True when this value of the segment went into an event. */
    boolean took(Segment segment, String value) {
        return values.contains(segment.position() + " " + value);
    }
}
