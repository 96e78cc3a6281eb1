package io.lotwire.edi.read;

import io.lotwire.edi.bytes.Count;
import io.lotwire.edi.envelope.GroupHeader;
import io.lotwire.edi.envelope.GroupSummary;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.envelope.SetSummary;
import io.lotwire.edi.fault.EnvelopeProblems;
import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.segment.EnvelopeSegments;
import io.lotwire.edi.segment.Limits;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.tree.TransactionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One functional group while it comes in. */
final class GroupReading {
    private static final int[] MANDATORY = {1, 2, 3, 4, 5, 6, 7, 8};

    private final GroupHeader header;
    private final Segment segment;
    private final EnvelopeProblems problems;
    private final List<SetSummary> sets = new ArrayList<>();
    private final EnvelopeSegments segments;
    private final Set<String> controlNumbers;

    /**
     * A group.
     *
     * @param first its GS or UNG, or, where that is missing, the segment that shows it
     * @param controlNumbers takes the control numbers of its sets
     */
    GroupReading(
            String file,
            InterchangeHeader interchange,
            GroupHeader header,
            Segment first,
            Set<String> controlNumbers,
            Limits limits) {
        this.header = header;
        this.segment = first;
        this.segments = EnvelopeSegments.of(interchange.syntax());
        this.controlNumbers = controlNumbers;
        this.problems = new EnvelopeProblems(
                file, interchange.controlNumber(), header.controlNumber(), limits.problemsPerSet());
    }

    GroupHeader header() {
        return header;
    }

    EnvelopeProblems problems() {
        return problems;
    }

    /** Control numbers of the sets so far. */
    Set<String> controlNumbers() {
        return controlNumbers;
    }

    void add(TransactionSet set) {
        sets.add(set.summary().following(set.header().element(3)));
    }

    void checkHeader(boolean duplicate) {
        if (segment.syntax() == Syntax.X12) {
            checkGs();
        } else {
            checkPresence(segments.groupControl());
        }
        if (duplicate) {
            problems.add(
                    Fault.GROUP_CONTROL_NUMBER_DUPLICATE,
                    segment,
                    segments.groupControl(),
                    segments.groupControlName() + " '" + header.controlNumber()
                            + "' came before in this interchange; give each group a number of its own.");
        }
    }

    private void checkPresence(int... elements) {
        for (int element : elements) {
            if (segment.isEmpty(element)) {
                problems.add(
                        Fault.GROUP_HEADER_INCOMPLETE,
                        segment,
                        element,
                        segment.id() + "0" + element + " is empty, but it must be there; send it.");
            }
        }
    }

    private void checkGs() {
        checkPresence(MANDATORY);
        String control = header.controlNumber();
        if (!control.isEmpty() && Count.of(control) < 0) {
            problems.add(
                    Fault.GROUP_CONTROL_NUMBER_INVALID,
                    segment,
                    6,
                    "GS06 is '" + control + "'; send a number of one to nine digits.");
        }
        if (!header.version().isEmpty() && !Grammar.isRelease(header.version())) {
            problems.add(
                    Fault.VERSION_UNKNOWN,
                    segment,
                    8,
                    "GS08 is '" + header.version()
                            + "', but there is no such version of X12, so it is not known how to read"
                            + " the group; send the version, release and subrelease as in 004010.");
        } else if (!header.version().isEmpty() && header.version().compareTo(Grammar.EARLIEST_VERSION) < 0) {
            problems.add(
                    Fault.VERSION_NOT_SUPPORTED,
                    segment,
                    8,
                    "GS08 is '" + header.version() + "'; elements are checked from " + Grammar.EARLIEST_VERSION
                            + " on, so send that or a later version.");
        }
    }

    GroupSummary end(Segment trailer) {
        int stated = Count.of(trailer.element(1));
        if (stated != sets.size()) {
            problems.add(
                    Fault.SET_COUNT_WRONG,
                    trailer,
                    1,
                    trailer.id() + "01 states '" + trailer.element(1) + "' " + segments.set() + "s, but " + sets.size()
                            + " came; send the group again whole, or correct " + trailer.id() + "01.");
        }
        if (!Count.same(trailer.element(2), header.controlNumber())) {
            problems.add(
                    Fault.GROUP_CONTROL_NUMBER_MISMATCH,
                    trailer,
                    2,
                    trailer.id() + "02 is '" + trailer.element(2) + "', but " + segments.groupControlName() + " is '"
                            + header.controlNumber() + "'; send the same number in both.");
        }
        return new GroupSummary(header, Math.max(stated, 0), sets, problems.list());
    }

    GroupSummary endWithoutTrailer(Segment last) {
        problems.add(
                Fault.GROUP_TRAILER_MISSING,
                last,
                0,
                "The group stops after this segment without " + segments.groupTrailer() + "; send it again whole.");
        return new GroupSummary(header, sets.size(), sets, problems.list());
    }

    /** The group of sets that stand outside any group ends; that it is missing was said before. */
    GroupSummary endOfMissing() {
        return new GroupSummary(header, sets.size(), sets, problems.list());
    }
}
