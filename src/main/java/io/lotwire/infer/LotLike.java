package io.lotwire.infer;

import io.lotwire.lot.LotDoubt;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells which qualified values could be lots. A guess: what it finds becomes a question, nothing more. */
final class LotLike {
    /** Qualifiers that are there for lots, batches or codes of production (X12 elements 128 and 235; 1153, 7143, 7405). */
    private static final Map<String, String> KINDS =
            Map.of("LT", "lot", "BT", "batch", "B8", "batch", "BX", "batch", "NB", "batch", "PC", "productionCode");

    /** Numbers of orders, shipments, lines, parties, products, pallets and single pieces. */
    private static final Set<String> OTHERS = Set.of(
            "PO", "BM", "CN", "IA", "IV", "LI", "2I", "DP", "VN", "CO", "ON", "DQ", "AAK", "VP", "IT", "UP", "UK", "EN",
            "UA", "UI", "IN", "BP", "CB", "VC", "SK", "ND", "N4", "LV", "0J", "MB", "SI", "CR", "SN", "SE", "PK", "EO",
            "SRV", "SA", "SS", "BJ", "ST", "ML", "AW", "MG", "CH", "SZ", "CL", "PL", "PD", "UCB", "TN", "SCA", "WS",
            "AO", "BL", "BN", "CT", "DJ", "DO", "FN", "FR", "IC", "IL", "IX", "KK", "LO", "LU", "MA", "MF", "MR", "OC",
            "OI", "OP", "OQ", "PE", "PI", "PM", "PN", "Q1", "RE", "RL", "RQ", "RV", "SF", "SO", "TI", "UCA", "UN", "VO",
            "VR", "WH", "WO", "WY", "AAJ", "AAS", "AAN", "ABO", "ABT", "ACD", "ACE", "ACL", "ALO", "VA", "IB", "HS",
            "GN");

    /** Weights. */
    private static final Set<String> WEIGHTS = Set.of("WT", "GW", "NW", "G", "N", "WG");

    private static final Pattern SHAPE = Pattern.compile("(?=.*[0-9])[A-Za-z0-9][A-Za-z0-9/._ -]{2,29}");

    private static final Pattern WORD = Pattern.compile("(?<!\\p{L})(lot|batch)(?!\\p{L})", Pattern.CASE_INSENSITIVE);

    /** Weights, volumes and prices are not whole. */
    private static final Pattern FRACTION = Pattern.compile("[0-9]*\\.[0-9]+");

    private static final Pattern DAY = Pattern.compile("(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])");

    private LotLike() {}

    /** True when a text speaks of a lot, as {@code LOT B2231} does. */
    static boolean isSpokenOf(String text) {
        return WORD.matcher(text).find();
    }

    /** True when the qualifier by its meaning names a lot or something like it. */
    static boolean isNamedSo(String qualifier) {
        return KINDS.containsKey(qualifier);
    }

    /** What kind of lot it would be, as mappings write it. */
    static String kind(String qualifier) {
        return KINDS.getOrDefault(qualifier, "lot");
    }

    static boolean could(Places.Qualified place) {
        if (isNamedSo(place.qualifier())) {
            return LotDoubt.of(place.value().strip()).isEmpty();
        }
        return !OTHERS.contains(place.qualifier()) && !WEIGHTS.contains(place.qualifier()) && looksSo(place.value());
    }

    /** True when a value, whatever its place, is shaped as lots are, and is no number of something else. */
    static boolean looksSo(String text) {
        String value = text.strip();
        return SHAPE.matcher(value).matches()
                && !FRACTION.matcher(value).matches()
                && LotDoubt.of(value).isEmpty();
    }

    /** True for a calendar day, CCYYMMDD. */
    static boolean isDay(String text) {
        return DAY.matcher(text).matches();
    }
}
