package io.lotwire.edi.check;

import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.segment.CurrentSegment;
import io.lotwire.edi.segment.ElementPlace;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.SegmentId;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.segment.Tokenizer;
import io.lotwire.edi.tree.LoopTable;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Map;

/**
 * Adds up the quantities of a set's lines while it comes in, and compares them with the total that the set states: CTT02 as a
 * hash total (X12 element 347), W03, W14 and W76 as a sum of units, CNT with 6069 of 1. What a total means differs by set, and
 * some senders mean something else; where that can be, or where a quantity is none, nothing is said.
 */
public final class QuantityTotals {
    private static final int NOTHING = -1;
    private static final int PCI = SegmentId.of("PCI");
    private static final int CPS = SegmentId.of("CPS");
    private static final int PAC = SegmentId.of("PAC");
    private static final int LOC = SegmentId.of("LOC");
    private static final int LIN = SegmentId.of("LIN");
    private static final int LINE_AND_PARTS = bit(LIN) | bit(PCI) | bit(CPS) | bit(PAC) | bit(LOC);
    private static final String TOTAL_QUANTITY = "1";

    /** Sets whose totals are known, as the notes of X12 to the set, or the code list 6069 of EDIFACT, say. */
    private static final Map<String, Rule> RULES = Map.of(
            "856", new Rule("SN1", 2, 0, "CTT", 2, "347", "", ""),
            "861", new Rule("RCD", 2, 0, "CTT", 2, "347", "", ""),
            "945", new Rule("W12", 3, 5, "W03", 1, "382", "", ""),
            "943", new Rule("W04", 1, 2, "W03", 1, "382", "", ""),
            "940", new Rule("W01", 1, 2, "W76", 1, "330", "", ""),
            "944", new Rule("W07", 1, 2, "W14", 1, "413", "W13", ""),
            "DESADV", new Rule("QTY", 1, 1, "CNT", 1, "6066", "", "12"),
            "RECADV", new Rule("QTY", 1, 1, "CNT", 1, "6066", "", "48"));

    /**
     * What a set's total is the total of.
     *
     * @param summed the segment of a line
     * @param quantity its element that is added up
     * @param unit its element that is the quantity's unit; 0 where units do not matter
     * @param stating the segment that states the total
     * @param total its element
     * @param reference that element's number
     * @param unclear a segment with which nobody knows what is counted; {@code ""} for none
     * @param qualifier in EDIFACT, the quantity (6063) that the message is about
     */
    private record Rule(
            String summed,
            int quantity,
            int unit,
            String stating,
            int total,
            String reference,
            String unclear,
            String qualifier) {}

    private final LoopTable loops;
    private final BitSet stating = new BitSet();
    private Rule rule;
    private int summed;
    private int totalling;
    private int unclear;
    private boolean edifact;

    /** Bits of the last letters of identifiers that matter, so that others are passed at once. */
    private int watched;

    private Segment stated;
    private final QuantitySums lines = new QuantitySums();
    private final QuantitySums all = new QuantitySums();
    private final QuantitySums everything = new QuantitySums();
    private boolean inLine;
    private boolean isUnclear;

    public QuantityTotals(LoopTable loops) {
        this.loops = loops;
    }

    /** Begins a set. */
    public void begin(String set, Syntax syntax) {
        rule = RULES.get(set);
        summed = rule == null ? NOTHING : SegmentId.of(rule.summed);
        totalling = rule == null ? NOTHING : SegmentId.of(rule.stating);
        unclear = rule == null || rule.unclear.isEmpty() ? NOTHING : SegmentId.of(rule.unclear);
        edifact = rule != null && syntax == Syntax.EDIFACT;
        watched = rule == null ? 0 : bit(summed) | bit(totalling) | (unclear == NOTHING ? 0 : bit(unclear));
        watched |= edifact ? LINE_AND_PARTS : 0;
        stated = null;
        isUnclear = false;
        inLine = false;
        stating.clear();
        lines.clear();
        all.clear();
        everything.clear();
    }

    private static int bit(int id) {
        return 1 << id;
    }

    /**
     * Takes the segment in hand.
     *
     * @param loop the loop that it stands in
     */
    public void take(int id, CurrentSegment current, int loop) {
        if (((watched >>> id) & 1) == 0) {
            return;
        }
        if (id == summed) {
            add(current.token());
            stating.set(loop);
        } else if (id == totalling) {
            state(current);
        } else if (id == unclear) {
            isUnclear = true;
        } else if (edifact) {
            // Behind these stand quantities of packages, lots and places, which are parts of the line's.
            inLine = id == LIN || (inLine && id != PCI && id != CPS && id != PAC && id != LOC);
        }
    }

    /** True where a level around another states a quantity, too: some totals count both, some the inner ones alone. */
    private boolean areWithinOneAnother() {
        for (int loop = stating.nextSetBit(0); loop >= 0; loop = stating.nextSetBit(loop + 1)) {
            for (int at = loops.around(loop); at > 0; at = loops.around(at)) {
                if (stating.get(at)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void state(CurrentSegment current) {
        Segment total = current.segment();
        if (!edifact || total.is(1, 1, TOTAL_QUANTITY)) {
            isUnclear |= stated != null;
            stated = total;
        }
    }

    private void add(Tokenizer line) {
        if (edifact) {
            addComposite(line);
        } else if (line.elementCount() >= rule.quantity) {
            int unit = rule.unit == 0 || line.elementCount() < rule.unit
                    ? SegmentId.NONE
                    : SegmentId.of(line.bytes(), line.elementStart(rule.unit), line.elementEnd(rule.unit));
            lines.add(line.bytes(), line.elementStart(rule.quantity), line.elementEnd(rule.quantity), unit);
        }
    }

    /** QTY: qualifier, quantity and unit are components of one element. */
    private void addComposite(Tokenizer qty) {
        if (qty.elementCount() == 0) {
            return;
        }
        byte[] bytes = qty.bytes();
        byte separator = (byte) qty.delimiters().component();
        int from = qty.elementStart(1);
        int end = qty.elementEnd(1);
        int quantity = Math.min(behind(bytes, from, end, separator), end);
        int unit = Math.min(behind(bytes, quantity, end, separator), end);
        int quantityEnd = unit > quantity && bytes[unit - 1] == separator ? unit - 1 : end;
        int packedUnit = SegmentId.of(bytes, unit, end);
        everything.add(bytes, quantity, quantityEnd, packedUnit);
        if (SegmentId.of(bytes, from, Math.max(quantity - 1, from)) == SegmentId.of(rule.qualifier)) {
            all.add(bytes, quantity, quantityEnd, packedUnit);
            if (inLine) {
                lines.add(bytes, quantity, quantityEnd, packedUnit);
            }
        }
    }

    private static int behind(byte[] bytes, int from, int end, byte separator) {
        int at = from;
        while (at < end && bytes[at] != separator) {
            at++;
        }
        return at + 1;
    }

    /** Says that the total is wrong, where it surely is, now that all lines are known. */
    public void end(Findings findings) {
        if (stated == null || isUnclear || lines.isUnclear()) {
            return;
        }
        String total = edifact ? stated.component(1, 2) : stated.element(rule.total);
        BigDecimal number = QuantitySums.number(total);
        boolean hash = rule.stating.equals("CTT");
        if (number == null
                || lines.isSum(number)
                || (hash && lines.isHash(number))
                || (!hash && lines.hasSeveralUnits())
                || (edifact && (all.isSum(number) || everything.isSum(number)))
                || areWithinOneAnother()) {
            return;
        }
        ElementPlace place = new ElementPlace(stated, edifact ? 1 : rule.total, 0, edifact ? 2 : 0);
        findings.element(
                Fault.CONTROL_TOTAL_WRONG,
                place,
                rule.reference,
                place.name() + " states '" + total + "', but the quantities of the lines ("
                        + (edifact
                                ? "QTY with " + rule.qualifier
                                : rule.summed + (rule.quantity < 10 ? "0" : "") + rule.quantity)
                        + ") add up to " + lines.sum().toPlainString()
                        + "; see whether a line is missing, or correct the total.");
    }
}
