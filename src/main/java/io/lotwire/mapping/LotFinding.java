package io.lotwire.mapping;

import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.tree.Value;
import io.lotwire.lot.Certainty;
import io.lotwire.lot.ElementString;
import io.lotwire.lot.Quantity;
import io.lotwire.mapping.Mapping.LotPlace;
import io.lotwire.mapping.goods.Portion;
import io.lotwire.unit.UnitList;
import io.lotwire.unit.Units;

/**
 * A lot code found in a document.
 *
 * @param code the code as sent
 * @param place where the mapping looked for it
 * @param path the place's number
 * @param at where it was found
 * @param elementString what the place holds beside it, null when it holds the code alone
 * @param line the loop that the mapping was looking in
 * @param until position of the segment that names the next lot of that loop
 * @param quantity this lot's own quantity as sent, {@code ""} when not stated with it
 * @param quantityAt where it stands, null when nowhere
 * @param quantityUnit that quantity's unit as sent
 * @param certainty how it is known, null where the document states it
 */
record LotFinding(
        String code,
        LotPlace place,
        int path,
        Value at,
        ElementString elementString,
        Scope line,
        int until,
        String quantity,
        Value quantityAt,
        String quantityUnit,
        Certainty certainty)
        implements Portion {

    /** The segment that states it. */
    Segment segment() {
        return at.segment();
    }

    @Override
    public long offset() {
        return segment().offset();
    }

    /** True for one of several lots that the loop names in segments of their own. */
    boolean isOneOfSeveral() {
        return until != Integer.MAX_VALUE || !line.lots.value().get(0).segment().equals(segment());
    }

    /** The same lot, whose quantity is not stated with it alone. */
    LotFinding withoutQuantity() {
        return new LotFinding(code, place, path, at, elementString, line, until, "", null, "", certainty);
    }

    /**
     * The same lot where no quantity is stated but what its element string has beside a count: pieces, else the net weight.
     */
    LotFinding measured() {
        if (elementString == null || !quantity.isEmpty()) {
            return this;
        }
        String pieces = elementString.get(ElementString.PIECES);
        Quantity weight = elementString.netWeight();
        return pieces.isEmpty() && weight == null
                ? this
                : new LotFinding(
                        code,
                        place,
                        path,
                        at,
                        elementString,
                        line,
                        until,
                        pieces.isEmpty() ? weight.value().toPlainString() : pieces,
                        at,
                        pieces.isEmpty() ? unit(weight) : "",
                        certainty);
    }

    /** The weight's unit as the message around it calls it: in EDIFACT, KG is a keg. */
    private String unit(Quantity weight) {
        return at.segment().syntax() == Syntax.EDIFACT
                ? Units.same(UnitList.X12, weight.unit(), UnitList.REC20).orElseThrow()
                : weight.unit();
    }

    /** Another lot of the range that this one begins. */
    LotFinding ofRange(String other, Value otherAt, Certainty known) {
        return new LotFinding(
                other, place, path, otherAt, null, line, until, quantity, quantityAt, quantityUnit, known);
    }

    /** The same lot, with the position of the next. */
    LotFinding until(int position) {
        return new LotFinding(
                code, place, path, at, elementString, line, position, quantity, quantityAt, quantityUnit, certainty);
    }
}
