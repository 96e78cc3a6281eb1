package io.lotwire.edi.read;

import io.lotwire.edi.bytes.Count;
import io.lotwire.edi.check.HeaderChecks;
import io.lotwire.edi.envelope.GroupSummary;
import io.lotwire.edi.envelope.InterchangeAcknowledgement;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.envelope.InterchangeSummary;
import io.lotwire.edi.envelope.SetSummary;
import io.lotwire.edi.fault.EnvelopeProblems;
import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.segment.EnvelopeSegments;
import io.lotwire.edi.segment.Limits;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.Syntax;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One interchange while it comes in. */
final class InterchangeReading {
    private final InterchangeHeader header;
    private final EnvelopeSegments segments;
    private final EnvelopeProblems problems;
    private final List<GroupSummary> groups = new ArrayList<>();
    private final List<InterchangeAcknowledgement> acknowledgements = new ArrayList<>();
    private final Set<String> controlNumbers = new HashSet<>();
    private final Set<String> messageReferences = new HashSet<>();
    private final Limits limits;
    private int statedGroups;
    private int parts;
    private int problemsOfSets;
    private boolean grouped;
    private boolean ungrouped;
    private boolean mixed;

    InterchangeReading(String file, InterchangeHeader header, Limits limits) {
        this.header = header;
        this.segments = EnvelopeSegments.of(header.syntax());
        this.limits = limits;
        this.problems = new EnvelopeProblems(file, header.controlNumber(), "", limits.problemsPerSet());
    }

    InterchangeHeader header() {
        return header;
    }

    EnvelopeProblems problems() {
        return problems;
    }

    /**
     * Adds a group.
     *
     * @param stated whether it has a header of its own
     */
    void add(GroupSummary group, boolean stated) {
        groups.add(group);
        statedGroups += stated ? 1 : 0;
    }

    /**
     * Notes that a group or a set begins; false when the interchange has as many as are taken.
     *
     * @param first its first segment
     */
    boolean takes(Segment first) {
        if (isFull()) {
            return false;
        }
        parts++;
        if (isFull()) {
            problems.add(
                    Fault.INTERCHANGE_TOO_LARGE,
                    first,
                    0,
                    "The interchange has more than " + limits.setsPerInterchange() + " groups and " + segments.set()
                            + "s; what comes from here on is not read. Send it in parts.");
        }
        return !isFull();
    }

    /** True when what comes is not read any more. */
    boolean isFull() {
        return parts > limits.setsPerInterchange();
    }

    /** Notes the problems of a set. */
    void count(SetSummary set) {
        problemsOfSets += set.findings().size();
    }

    /** How many problems of the next set are kept. */
    int problemsOfNextSet() {
        return Math.max(1, Math.min(limits.problemsPerSet(), limits.problemsPerInterchange() - problemsOfSets));
    }

    void add(InterchangeAcknowledgement acknowledgement) {
        acknowledgements.add(acknowledgement);
    }

    /** Notes a group's control number; true when it came before. */
    boolean repeats(String groupControlNumber) {
        return !controlNumbers.add(groupControlNumber);
    }

    /**
     * Checks the header.
     *
     * @param length of an ISA, without its terminator
     */
    void checkHeader(int length) {
        HeaderChecks checks = new HeaderChecks(header, problems);
        if (header.syntax() == Syntax.X12) {
            checks.checkIsa(length);
        } else {
            checks.checkUnb();
        }
    }

    /** Message references so far that stand in no group of their own. */
    Set<String> messageReferences() {
        return messageReferences;
    }

    /**
     * Says once that an EDIFACT interchange has both groups and messages outside them.
     *
     * @param first the first segment of the group, or of the messages outside groups
     */
    void checkGrouping(Segment first, boolean stated) {
        grouped |= stated;
        ungrouped |= !stated;
        if (grouped && ungrouped && !mixed) {
            mixed = true;
            problems.add(
                    Fault.GROUPS_MIXED,
                    first,
                    0,
                    "The interchange has both groups (UNG) and messages outside any group; put all messages into"
                            + " groups, or none.");
        }
    }

    InterchangeSummary end(Segment trailer) {
        checkCount(trailer);
        String controlNumber = trailer.element(2).strip();
        if (!Count.same(controlNumber, header.controlNumber())) {
            problems.add(
                    Fault.INTERCHANGE_CONTROL_NUMBER_MISMATCH,
                    trailer,
                    2,
                    trailer.id() + "02 is '" + controlNumber + "', but " + segments.interchangeControlName() + " is '"
                            + header.controlNumber() + "'; send the same number in both.");
        }
        return summary();
    }

    /** IEA01 counts groups; UNZ01 too, or messages where there is no group. */
    private void checkCount(Segment trailer) {
        int stated = Count.of(trailer.element(1));
        // Some partners count a TA1 as a group.
        boolean countsAcknowledgement = groups.isEmpty() && !acknowledgements.isEmpty() && stated == 1;
        boolean messages = header.syntax() == Syntax.EDIFACT && statedGroups == 0;
        int came = messages
                ? groups.stream().mapToInt(group -> group.sets().size()).sum()
                : statedGroups;
        if (stated != came && !countsAcknowledgement) {
            problems.add(
                    messages ? Fault.MESSAGE_COUNT_WRONG : Fault.GROUP_COUNT_WRONG,
                    trailer,
                    1,
                    trailer.id() + "01 states '" + trailer.element(1) + "' " + (messages ? "messages" : "groups")
                            + ", but " + came + " came; send the interchange again whole, or correct " + trailer.id()
                            + "01.");
        }
    }

    InterchangeSummary endWithoutTrailer(Segment last) {
        problems.add(
                Fault.INTERCHANGE_TRAILER_MISSING,
                last,
                0,
                "The interchange stops after this segment without " + segments.interchangeTrailer()
                        + "; send it again whole.");
        return summary();
    }

    private InterchangeSummary summary() {
        return new InterchangeSummary(header, groups, acknowledgements, problems.list());
    }
}
