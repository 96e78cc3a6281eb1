package io.lotwire.x12;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One interchange while it comes in. */
final class InterchangeReading {
    private final InterchangeHeader header;
    private final EnvelopeProblems problems;
    private final List<GroupSummary> groups = new ArrayList<>();
    private final List<InterchangeAcknowledgement> acknowledgements = new ArrayList<>();
    private final Set<String> controlNumbers = new HashSet<>();

    InterchangeReading(String file, InterchangeHeader header, Limits limits) {
        this.header = header;
        this.problems = new EnvelopeProblems(file, header.controlNumber(), "", limits.problemsPerSet());
    }

    InterchangeHeader header() {
        return header;
    }

    EnvelopeProblems problems() {
        return problems;
    }

    void add(GroupSummary group) {
        groups.add(group);
    }

    void add(InterchangeAcknowledgement acknowledgement) {
        acknowledgements.add(acknowledgement);
    }

    /** Notes a group's control number; true when it came before. */
    boolean repeats(String groupControlNumber) {
        return !controlNumbers.add(groupControlNumber);
    }

    void checkHeader(int length) {
        Segment isa = header.segment();
        if (length != IsaReading.STANDARD_LENGTH) {
            problems.add(
                    Fault.ISA_LENGTH_WRONG,
                    isa,
                    0,
                    "The ISA has " + (length + 1) + " bytes with its terminator, not 106; pad its elements to their"
                            + " fixed lengths.");
        }
        if (header.delimiters().collide()) {
            problems.add(
                    Fault.DELIMITERS_COLLIDE,
                    isa,
                    16,
                    "Two delimiters of the interchange are the same character; use a different one for each.");
        }
        party(5, header.senderQualifier(), 6, header.sender());
        party(7, header.receiverQualifier(), 8, header.receiver());
        check(
                Calendar.isShortDate(header.date()),
                Fault.INTERCHANGE_DATE_INVALID,
                9,
                header.date(),
                "send a date as YYMMDD");
        check(
                header.time().length() == 4 && Calendar.isTime(header.time()),
                Fault.INTERCHANGE_TIME_INVALID,
                10,
                header.time(),
                "send a time as HHMM");
        check(
                header.version().matches("\\d{5}"),
                Fault.INTERCHANGE_VERSION_INVALID,
                12,
                header.version(),
                "send a version such as 00401");
        check(
                header.controlNumber().matches("\\d{9}"),
                Fault.INTERCHANGE_CONTROL_NUMBER_INVALID,
                13,
                header.controlNumber(),
                "send a number of nine digits");
        check(
                header.usage().matches("[PTI]"),
                Fault.USAGE_INVALID,
                15,
                header.usage(),
                "send P for production, T for test or I for information");
    }

    private void party(int qualifierElement, String qualifier, int idElement, String id) {
        check(
                qualifier.length() == 2,
                Fault.INTERCHANGE_PARTY_INVALID,
                qualifierElement,
                qualifier,
                "send a qualifier of two characters");
        check(!id.isEmpty(), Fault.INTERCHANGE_PARTY_INVALID, idElement, id, "send the identifier that was agreed on");
    }

    private void check(boolean good, Fault fault, int element, String value, String mend) {
        if (!good) {
            problems.add(
                    fault,
                    header.segment(),
                    element,
                    "ISA" + (element < 10 ? "0" : "") + element + " is '" + value + "'; " + mend + ".");
        }
    }

    InterchangeSummary end(Segment iea) {
        int stated = Count.of(iea.element(1));
        // Some partners count a TA1 as a group.
        boolean countsAcknowledgement = groups.isEmpty() && !acknowledgements.isEmpty() && stated == 1;
        long came = groups.stream()
                .filter(group -> !group.header().equals(GroupHeader.MISSING))
                .count();
        if (stated != came && !countsAcknowledgement) {
            problems.add(
                    Fault.GROUP_COUNT_WRONG,
                    iea,
                    1,
                    "IEA01 states '" + iea.element(1) + "' groups, but " + came
                            + " came; send the interchange again whole, or correct IEA01.");
        }
        String controlNumber = iea.element(2).strip();
        if (!Count.same(controlNumber, header.controlNumber())) {
            problems.add(
                    Fault.INTERCHANGE_CONTROL_NUMBER_MISMATCH,
                    iea,
                    2,
                    "IEA02 is '" + controlNumber + "', but ISA13 is '" + header.controlNumber()
                            + "'; send the same number in both.");
        }
        return summary();
    }

    InterchangeSummary endWithoutTrailer(Segment last) {
        problems.add(
                Fault.INTERCHANGE_TRAILER_MISSING,
                last,
                0,
                "The interchange stops after this segment without IEA; send it again whole.");
        return summary();
    }

    private InterchangeSummary summary() {
        return new InterchangeSummary(header, groups, acknowledgements, problems.list());
    }
}
