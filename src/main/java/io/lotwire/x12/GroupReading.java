package io.lotwire.x12;

import io.lotwire.x12.grammar.Grammar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One functional group while it comes in. */
final class GroupReading {
    private static final int[] MANDATORY = {1, 2, 3, 4, 5, 6, 7, 8};

    private final GroupHeader header;
    private final Segment segment;
    private final EnvelopeProblems problems;
    private final List<SetSummary> sets = new ArrayList<>();
    private final Set<String> controlNumbers = new HashSet<>();

    /**
     * A group.
     *
     * @param gs its GS, or, where that is missing, the segment that shows it
     */
    GroupReading(String file, InterchangeHeader interchange, GroupHeader header, Segment gs, Limits limits) {
        this.header = header;
        this.segment = gs;
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
        sets.add(set.summary());
    }

    void checkHeader(boolean duplicate) {
        for (int element : MANDATORY) {
            if (segment.isEmpty(element)) {
                problems.add(
                        Fault.GROUP_HEADER_INCOMPLETE,
                        segment,
                        element,
                        "GS0" + element + " is empty, but it must be there; send it.");
            }
        }
        String control = header.controlNumber();
        if (!control.isEmpty() && Count.of(control) < 0) {
            problems.add(
                    Fault.GROUP_CONTROL_NUMBER_INVALID,
                    segment,
                    6,
                    "GS06 is '" + control + "'; send a number of one to nine digits.");
        }
        if (duplicate) {
            problems.add(
                    Fault.GROUP_CONTROL_NUMBER_DUPLICATE,
                    segment,
                    6,
                    "GS06 '" + control + "' came before in this interchange; give each group a number of its own.");
        }
        if (!header.version().isEmpty() && header.version().compareTo(Grammar.EARLIEST_VERSION) < 0) {
            problems.add(
                    Fault.VERSION_NOT_SUPPORTED,
                    segment,
                    8,
                    "GS08 is '" + header.version() + "'; elements are checked from " + Grammar.EARLIEST_VERSION
                            + " on, so send that or a later version.");
        }
    }

    GroupSummary end(Segment ge) {
        int stated = Count.of(ge.element(1));
        if (stated != sets.size()) {
            problems.add(
                    Fault.SET_COUNT_WRONG,
                    ge,
                    1,
                    "GE01 states '" + ge.element(1) + "' transaction sets, but " + sets.size()
                            + " came; send the group again whole, or correct GE01.");
        }
        if (!Count.same(ge.element(2), header.controlNumber())) {
            problems.add(
                    Fault.GROUP_CONTROL_NUMBER_MISMATCH,
                    ge,
                    2,
                    "GE02 is '" + ge.element(2) + "', but GS06 is '" + header.controlNumber()
                            + "'; send the same number in both.");
        }
        return new GroupSummary(header, Math.max(stated, 0), sets, problems.list());
    }

    GroupSummary endWithoutTrailer(Segment last) {
        problems.add(
                Fault.GROUP_TRAILER_MISSING,
                last,
                0,
                "The group stops after this segment without GE; send it again whole.");
        return new GroupSummary(header, sets.size(), sets, problems.list());
    }

    /** The group of sets that stand outside any group ends; that it is missing was said before. */
    GroupSummary endOfMissing() {
        return new GroupSummary(header, sets.size(), sets, problems.list());
    }
}
