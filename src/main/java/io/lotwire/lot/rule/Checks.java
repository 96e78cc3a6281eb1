package io.lotwire.lot.rule;

import io.lotwire.lot.IssueCode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What follows from doubts about the lots in what a partner sends and gets.
 *
 * @param chosen what was agreed, by the name of the issue; for others the usual holds
 * @param minimum how much shelf life they want of what is shipped to them
 */
public record Checks(Map<IssueCode, Consequence> chosen, ShelfLifeMinimum minimum) {
    /** What holds where nothing was agreed. */
    public static final Checks USUAL = new Checks(Map.of(), ShelfLifeMinimum.NONE);

    /** Those that something can be agreed about, and what follows from them where nothing is. */
    private static final Map<IssueCode, Consequence> KNOWN = new EnumMap<>(Map.ofEntries(
            Map.entry(IssueCode.LOT_UNKNOWN, Consequence.NOTE),
            Map.entry(IssueCode.LOT_ITEM_MISMATCH, Consequence.NOTE),
            Map.entry(IssueCode.EXPIRY_CONFLICT, Consequence.NOTE),
            Map.entry(IssueCode.LOT_ON_HOLD, Consequence.STOP),
            Map.entry(IssueCode.LOT_RECALLED, Consequence.STOP),
            Map.entry(IssueCode.TEMPERATURE_EXCURSION, Consequence.WARN),
            Map.entry(IssueCode.EXPIRED_ON_SHIP, Consequence.WARN),
            Map.entry(IssueCode.SHELF_LIFE_BELOW_MINIMUM, Consequence.WARN),
            Map.entry(IssueCode.QUANTITY_SHORT, Consequence.NOTE),
            Map.entry(IssueCode.QUANTITY_OVER, Consequence.NOTE),
            Map.entry(IssueCode.DUPLICATE_SSCC, Consequence.NOTE),
            Map.entry(IssueCode.TLC_REASSIGNED, Consequence.WARN),
            Map.entry(IssueCode.LOT_PATTERN, Consequence.NOTE),
            Map.entry(IssueCode.LOT_FACT_MISSING, Consequence.NOTE),
            Map.entry(IssueCode.LOT_ASSIGNED_BY_OTHER, Consequence.NOTE)));

    public Checks {
        chosen = Map.copyOf(chosen);
    }

    /** The issues that something can be agreed about. */
    public static List<IssueCode> known() {
        return List.copyOf(KNOWN.keySet());
    }

    /** What follows from an issue. */
    public Consequence of(IssueCode code) {
        return chosen.getOrDefault(code, KNOWN.getOrDefault(code, Consequence.NOTE));
    }

    /** Whether the issue was agreed about, so that it is looked for where it is else not expected. */
    public boolean asksFor(IssueCode code) {
        return chosen.containsKey(code);
    }

    /** Whether there is an issue by which a document of theirs waits for a person. */
    public boolean parks() {
        return chosen.containsValue(Consequence.PARK);
    }
}
