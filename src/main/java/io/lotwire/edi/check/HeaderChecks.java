package io.lotwire.edi.check;

import io.lotwire.edi.bytes.Calendar;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.fault.EnvelopeProblems;
import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.segment.Dialect;
import io.lotwire.edi.segment.IsaReading;
import io.lotwire.edi.segment.Segment;
import java.util.ArrayList;
import java.util.List;

/** Checks the header of one interchange. */
public final class HeaderChecks {
    /** Element 0020 has at most 14 characters. */
    private static final int MOST_REFERENCE = 14;

    /** The fixed lengths of ISA01 to ISA15 (X12.5). */
    private static final int[] WIDTHS = {2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1};

    private final InterchangeHeader header;
    private final EnvelopeProblems problems;

    public HeaderChecks(InterchangeHeader header, EnvelopeProblems problems) {
        this.header = header;
        this.problems = problems;
    }

    /**
     * Checks an ISA.
     *
     * @param length of it without its terminator and without line ends that wrap it
     */
    public void checkIsa(int length) {
        Segment isa = header.segment();
        String widths = widths(isa);
        if (length != IsaReading.STANDARD_LENGTH || !widths.isEmpty()) {
            problems.add(
                    Fault.ISA_LENGTH_WRONG,
                    isa,
                    0,
                    (length == IsaReading.STANDARD_LENGTH
                                    ? "The elements of the ISA have not their fixed lengths"
                                    : "The ISA has " + (length + 1) + " bytes with its terminator, not 106")
                            + widths + "; pad its elements to their fixed lengths.");
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

    /** Which elements of an ISA are not as long as they must be. */
    private static String widths(Segment isa) {
        List<String> wrong = new ArrayList<>();
        for (int element = 1; element <= WIDTHS.length; element++) {
            int width = WIDTHS[element - 1];
            int found = isa.filled(element).length();
            if (found != width && isa.elementLength(element) != width) {
                wrong.add("ISA" + (element < 10 ? "0" : "") + element + " has " + found + ", not " + width);
            }
        }
        return wrong.isEmpty() ? "" : " (" + String.join("; ", wrong) + ")";
    }

    /** Checks a UNB. */
    public void checkUnb() {
        Segment unb = header.segment();
        check(
                Dialect.knows(unb.component(1, 1)),
                Fault.SYNTAX_NOT_SUPPORTED,
                1,
                unb.component(1, 1),
                "send a syntax identifier such as UNOC");
        check(
                unb.component(1, 2).matches("[1-4]"),
                Fault.SYNTAX_NOT_SUPPORTED,
                1,
                header.version(),
                "send a syntax version of 1 to 4");
        if (header.delimiters().collide()) {
            problems.add(
                    Fault.DELIMITERS_COLLIDE,
                    unb,
                    0,
                    "Two characters of the UNA are the same; use a different one for each.");
        }
        check(
                !header.sender().isEmpty(),
                Fault.INTERCHANGE_PARTY_INVALID,
                2,
                header.sender(),
                "send the identifier that was agreed on");
        check(
                !header.receiver().isEmpty(),
                Fault.INTERCHANGE_PARTY_INVALID,
                3,
                header.receiver(),
                "send the identifier that was agreed on");
        check(
                Calendar.isShortDate(header.date()) || Calendar.isDate(header.date()),
                Fault.INTERCHANGE_DATE_INVALID,
                4,
                header.date(),
                "send a date as YYMMDD, from syntax version 4 on as CCYYMMDD");
        check(
                header.time().length() == 4 && Calendar.isTime(header.time()),
                Fault.INTERCHANGE_TIME_INVALID,
                4,
                header.time(),
                "send a time as HHMM");
        int length = header.controlNumber().length();
        check(
                length > 0 && length <= MOST_REFERENCE,
                Fault.INTERCHANGE_CONTROL_NUMBER_INVALID,
                5,
                header.controlNumber(),
                "send a reference of one to 14 characters");
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
                    header.segment().id() + (element < 10 ? "0" : "") + element + " is '" + value + "'; " + mend + ".");
        }
    }
}
