package io.lotwire.edi.check;

import io.lotwire.edi.envelope.GroupHeader;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.fault.Finding;
import io.lotwire.edi.segment.ElementPlace;
import io.lotwire.edi.segment.Segment;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.problem.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong with one transaction set, up to a limit. */
public final class Findings {
    private static final Comparator<Finding> BY_PLACE = Comparator.comparingInt(
                    (Finding finding) -> finding.problem().place().segment())
            .thenComparingInt(finding -> finding.problem().place().element());

    private final String file;
    private final InterchangeHeader interchange;
    private final GroupHeader group;
    private final String transaction;
    private final int most;
    private final FormNotes notes;
    private final List<Finding> list = new ArrayList<>();
    private String loop = "";

    /**
     * Findings of a set.
     *
     * @param most how many are kept
     * @param notes takes what is told once of the set's interchange
     */
    public Findings(
            String file,
            InterchangeHeader interchange,
            GroupHeader group,
            String transaction,
            int most,
            FormNotes notes) {
        this.file = file;
        this.interchange = interchange;
        this.group = group;
        this.transaction = transaction;
        this.most = most;
        this.notes = notes;
    }

    /** True when it was told of the interchange that its values have this form. */
    public boolean hasForm(Fault form) {
        return notes.has(form);
    }

    /**
     * A value that is not written as the standard asks, though nothing is lost by it; told once of an interchange.
     *
     * @param predicate goes on after the element's name: {@code ends in blanks}
     */
    public void form(Fault form, ElementPlace place, String predicate) {
        if (!notes.has(form)) {
            notes.add(form, whole(place.place()), place.name() + predicate);
        }
    }

    /** What the interchange's receiver should know of it, though nothing is wrong in it; told once of an interchange. */
    public void note(Fault note, Segment segment, int element, String message) {
        if (!notes.has(note)) {
            notes.add(note, whole(segment.place(element)), message);
        }
    }

    /**
     * What is found from here on stands in the loop that LS opens. Of other loops an acknowledgement says nothing:
     * AK303 is the value of LS01 (X12 segments AK3 and LS).
     *
     * @param identifier LS01; {@code ""} from LE on
     */
    public void in(String identifier) {
        loop = identifier;
    }

    /** A fault of the set as a whole; the segment is the one that shows it. */
    public void set(Fault fault, Segment segment, int element, String message) {
        add(fault, segment.place(element), 0, "", "", message);
    }

    /** A fault of a segment. */
    public void segment(Fault fault, Segment segment, String message) {
        add(fault, segment.place(0), segment.position(), "", "", message);
    }

    /** A segment that is not there: it was expected where {@code next} stands. */
    public void missing(String id, Segment next, String message) {
        Place place = next.place(0);
        Place expected = new Place("", "", "", "", place.segment(), id, 0, 0, 0, place.offset());
        add(Fault.SEGMENT_MISSING, expected, next.position(), "", "", message);
    }

    /** A fault of an element; its data goes with it where there is any. */
    public void element(Fault fault, Segment segment, int element, String reference, String message) {
        element(fault, new ElementPlace(segment, element, 0, 0), reference, message);
    }

    /** A fault of an element or a part of one; its data goes with it where there is any. */
    public void element(Fault fault, ElementPlace place, String reference, String message) {
        element(fault, fault.severity(), place, reference, message);
    }

    /** The same, more severe than the fault is by itself. */
    void element(Fault fault, Severity severity, ElementPlace place, String reference, String message) {
        String copy = fault == Fault.ELEMENT_MISSING || fault == Fault.CHARACTER_INVALID ? "" : place.text();
        add(fault, severity, place.place(), place.segment().position(), reference, copy, message);
    }

    /** True when no more are kept. */
    public boolean isFull() {
        return list.size() > most;
    }

    /** All findings, by their place. */
    public List<Finding> inOrder() {
        List<Finding> sorted = new ArrayList<>(list);
        if (sorted.size() > 1) {
            sorted.sort(BY_PLACE);
        }
        return sorted;
    }

    private void add(Fault fault, Place place, int position, String reference, String copy, String message) {
        add(fault, fault.severity(), place, position, reference, copy, message);
    }

    private void add(
            Fault fault, Severity severity, Place place, int position, String reference, String copy, String message) {
        if (list.size() >= most) {
            if (list.size() == most) {
                list.add(finding(
                        Fault.PROBLEMS_TOO_MANY,
                        Fault.PROBLEMS_TOO_MANY.severity(),
                        place,
                        0,
                        "",
                        "",
                        "The transaction set has more than " + most
                                + " problems; those after this place are not listed. Mend these and send it again."));
            }
            return;
        }
        list.add(finding(fault, severity, place, position, reference, copy, message));
    }

    private Finding finding(
            Fault fault, Severity severity, Place place, int position, String reference, String copy, String message) {
        return new Finding(
                fault,
                new Problem(fault, severity, whole(place), message),
                position,
                position == 0 ? "" : loop,
                reference,
                copy);
    }

    /** Where a segment of the set is, from the file's name down. */
    public Place placeOf(Segment segment) {
        return whole(segment.place(0));
    }

    private Place whole(Place place) {
        return new Place(
                file,
                interchange.controlNumber(),
                group.controlNumber(),
                transaction,
                place.segment(),
                place.segmentId(),
                place.element(),
                place.component(),
                place.repetition(),
                place.offset());
    }
}
