package io.lotwire.writing;

import io.lotwire.edi.grammar.ElementRule;
import io.lotwire.edi.grammar.Grammar;
import io.lotwire.lot.LotEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many characters places hold, by the grammar of one version. */
final class PlaceLengths {
    /** {@code W12-09}, {@code N9[LT]-02}, {@code PCI/GIN[BX]-02.1}: the last segment, its element and component. */
    private static final Pattern PLACE =
            Pattern.compile("(?:.*/)?([A-Z][A-Z0-9]{1,2})(?:\\[.*])?-(\\d\\d)(?:\\.(\\d+))?");

    private static final String BAR_CODE = "MAN[AI]";

    private final String version;
    private final Map<String, Integer> known = new HashMap<>();

    PlaceLengths(String version) {
        this.version = version;
    }

    /** True when the event's lot fits the place. */
    boolean hold(String place, LotEvent event, Predicate<Fact> leftOut) {
        if (event.lot() == null) {
            return true;
        }
        int length = event.lot().code().length();
        return place.startsWith(BAR_CODE)
                ? length <= ElementStringText.MOST_LOT
                        && ElementStringText.of(event, leftOut).length() <= length(place)
                : length <= length(place);
    }

    private int length(String place) {
        return known.computeIfAbsent(place, each -> {
            Matcher parts = PLACE.matcher(each);
            if (!parts.matches()) {
                String segment = each.substring(0, each.lastIndexOf('/'));
                int first =
                        Grammar.standard().pairs(segment).stream().findFirst().orElse(0);
                return first > 0 ? of(segment, first + 1, 0) : of(segment, 2, 1);
            }
            String component = parts.group(3);
            return of(
                    parts.group(1),
                    Integer.parseInt(parts.group(2)),
                    component == null ? 0 : Integer.parseInt(component));
        });
    }

    /** The most characters of an element or component; more than any text has where the grammar does not say. */
    int of(String segment, int element, int component) {
        return Grammar.standard()
                .segment(segment, version)
                .filter(rule -> element <= rule.elements().size())
                .map(rule -> rule.elements().get(element - 1).rule())
                .map(rule -> component > 0 && component <= rule.components().size()
                        ? rule.components().get(component - 1).rule()
                        : rule)
                .map(ElementRule::length)
                .map(ElementRule.Length::most)
                .orElse(Integer.MAX_VALUE);
    }
}
