package io.lotwire.lot;

import io.lotwire.problem.ProblemCode;

/** What may be doubtful about a lot event that is true to its document. */
public enum IssueCode implements ProblemCode {
    /** The document is rejected, and the event is only shown: it is none that may be acted on. */
    DOCUMENT_REJECTED,
    /** An item line states no lot. */
    LOT_MISSING,
    /** Two places of one line name different lots; the mapping's first place is taken. */
    LOT_CONFLICT,
    /** The lot may be another value that stands where a lot is named, or be misread; it is told as it stands. */
    LOT_DOUBTFUL,
    /** A product number in a GTIN scheme has the wrong length or check digit. */
    GTIN_INVALID,
    /** A logistic unit's number has not 18 digits (then it is no SSCC) or a wrong check digit. */
    SSCC_INVALID,
    /** Lots or logistic units are named by the first and the last of a range that cannot be told one by one. */
    RANGE_NOT_READ,
    /** A location number in the GLN scheme has the wrong length or check digit. */
    GLN_INVALID,
    /** A date or time cannot exist, is in no format that its qualifier allows, or names several days where one is told. */
    DATE_INVALID,
    /** It is told before it can have been: its time lies well after the moment in which it came in. */
    TIME_AHEAD,
    /** Several dates are stated for several lots together, not for each. */
    DATE_NOT_SPLIT,
    /** What should be a GS1 element string is none. */
    ELEMENT_STRING_INVALID,
    /** A quantity is not a number. */
    QUANTITY_INVALID,
    /** No quantity is stated for the lot. */
    QUANTITY_MISSING,
    /** A quantity is stated for several lots or logistic units together, not for each. */
    QUANTITY_NOT_SPLIT,
    /** A part of a line is otherwise than the rest, and the document does not say of which of its lots. */
    CONDITION_NOT_SPLIT,
    /** The document tells of a difference to what was told before: what is missing, or what came beyond it. */
    QUANTITY_DIFFERS,
    /** A stock that is counted is less than nothing. */
    QUANTITY_NEGATIVE,
    /** The quantity may count other things than the GTIN names: single units of a case, or cases of a single unit. */
    UNIT_OF_ANOTHER_LEVEL,
    /** No product number is stated for the goods. */
    ITEM_MISSING,
    /** The quantities of an item's lots do not add up to the item's own. */
    QTY_SUM_MISMATCH,
    /** A quantity's unit is in no list of units with one certain meaning, or it has none. */
    UNIT_UNKNOWN,
    /** The registry does not know a lot that an outbound document names. */
    LOT_UNKNOWN,
    /** The registry knows the lot under another item. */
    LOT_ITEM_MISMATCH,
    /** The document and the registry name different expiry dates. */
    EXPIRY_CONFLICT,
    /** The lot is held: it may not be shipped. */
    LOT_ON_HOLD,
    /** The lot is recalled: it may not be shipped. */
    LOT_RECALLED,
    /** The lot was warmer or colder than its product bears, and nobody has decided yet what follows from that. */
    TEMPERATURE_EXCURSION,
    /** The lot is shipped after it expired. */
    EXPIRED_ON_SHIP,
    /** Less of the lot's shelf life is left when it is shipped than the customer wants. */
    SHELF_LIFE_BELOW_MINIMUM,
    /** Less was shipped than was ordered. */
    QUANTITY_SHORT,
    /** More was shipped than was ordered. */
    QUANTITY_OVER,
    /** The lot was shipped while an older one lay there; told by what compares books, not while events are stored. */
    FEFO_VIOLATION,
    /** The same party shipped a logistic unit of this number within a year, with other goods on it. */
    DUPLICATE_SSCC,
    /** The document names another source of the lot's code than the registry: who assigned it never changes. */
    TLC_REASSIGNED,
    /** The lot code is not made as the codes of its source are. */
    LOT_PATTERN,
    /** The lot lacks a fact that the owner of the gateway asks of every lot. */
    LOT_FACT_MISSING,
    /** The lot appears first in a document of somebody who assigns no lots. */
    LOT_ASSIGNED_BY_OTHER,
    /** A partner's table of items, units or parties has no row for what was said or is to be said. */
    TABLE_MISS,
    /** The document and the partner's table say different things of the same item or party: the document counts. */
    TABLE_CONFLICT
}
