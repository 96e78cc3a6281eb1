package io.lotwire.mapping;

import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.tree.Value;
import java.util.Set;

/**
 * What a number is that stands under a qualifier which a mapping does not list (X12 element 235, EDIFACT 7143): a product number
 * of somebody's, or something else that is said of the item.
 */
final class ItemQualifiers {
    /** What a number without a qualifier is called. */
    private static final String NONE = "unqualified";

    /** Lots, serial numbers, orders, countries, colours, sizes, dates and words: none of them names a product. */
    private static final Set<String> NO_X12_NUMBERS = Set.of(
            "AG", "AX", "B8", "BL", "BN", "BO", "C3", "CH", "CL", "CM", "CN", "CR", "CZ", "DL", "EL", "F7", "FL", "FN",
            "GE", "HD", "HN", "IZ", "JP", "LT", "ON", "PD", "PJ", "PL", "PO", "RA", "RN", "SC", "SL", "SM", "SN", "SP",
            "SZ", "TP", "UQ", "VE", "VO", "WL");

    private static final Set<String> NO_EDIFACT_NUMBERS =
            Set.of("BB", "CL", "HS", "LI", "NB", "PO", "PV", "RN", "SN", "SZ", "VX");

    private ItemQualifiers() {}

    /** Whose number a value is: the qualifier as sent; {@code ""} when it is no product number. */
    static String scheme(Value value) {
        Segment segment = value.segment();
        boolean edifact = segment.syntax() == Syntax.EDIFACT;
        String qualifier = edifact ? segment.component(value.element(), 2) : segment.element(value.element() - 1);
        if ((edifact ? NO_EDIFACT_NUMBERS : NO_X12_NUMBERS).contains(qualifier)) {
            return "";
        }
        return qualifier.isEmpty() ? NONE : qualifier;
    }
}
