package io.lotwire.writing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a partner's profile chooses of what an out-mapping offers. What is empty is as the out-mapping has it.
 *
 * @param version the version of the document: GS08, such as {@code 004010}, or the directory, such as {@code D96A}
 * @param levels the levels of the document's tree, such as {@code S-O-T-I}
 * @param lots where lots are written, such as {@code W12-09}
 * @param sscc how SSCCs are written, null for the usual
 * @param items the qualifiers of item numbers by their scheme, in the order in which they are written
 * @param dates the qualifiers of a lot's dates, by {@code expires}, {@code bestBefore} and the like
 * @param references the qualifiers of references by their types, such as {@code bill-of-lading}: of those that the out-mapping
 *     has, and of others
 * @param lotTooLong what is done with a lot code that does not fit its place
 * @param splitText true when a text that does not fit is written in several segments
 * @param merged true when lots of one item in one unit share a line, false for a line each
 * @param leaveOut what the partner does not get, words of {@link #leftOut}
 */
public record Style(
        String version,
        String levels,
        List<String> lots,
        SsccForm sscc,
        Map<String, String> items,
        Map<String, String> dates,
        Map<String, String> references,
        LotTooLong lotTooLong,
        boolean splitText,
        boolean merged,
        Set<String> leaveOut) {
    /** The word of {@link #leaveOut} for all but the first of several references of a type. */
    static final String REFERENCES = "references";

    /** The word of {@link #leaveOut} for the zone of a time. */
    static final String ZONE = "zone";

    /** Everything as the out-mapping has it. */
    public static final Style USUAL =
            new Style("", "", List.of(), null, Map.of(), Map.of(), Map.of(), LotTooLong.REFUSE, false, false, Set.of());

    public Style {
        lots = List.copyOf(lots);
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
        dates = Map.copyOf(dates);
        references = Collections.unmodifiableMap(new LinkedHashMap<>(references));
        leaveOut = Set.copyOf(leaveOut);
    }

    /** The words by which profiles leave out what has no place. */
    public static Set<String> leftOut() {
        Set<String> words = new TreeSet<>(Fact.words());
        words.add(REFERENCES);
        words.add(ZONE);
        return words;
    }

    /** How an SSCC is written. */
    public enum SsccForm {
        /** With its application identifier: 20 digits. */
        WITH_00,
        /** 18 digits. */
        WITHOUT_00,
        /** Not at all: the partner knows nothing of pallets. */
        NONE
    }

    /** What is done with a lot code that does not fit. It is never cut. */
    public enum LotTooLong {
        /** The document is refused. */
        REFUSE,
        /** It is written in the reference that the out-mapping names, in place of where it does not fit. */
        REFERENCE
    }
}
