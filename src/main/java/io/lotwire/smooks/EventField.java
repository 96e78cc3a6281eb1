package io.lotwire.smooks;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields that a configuration may give an event; the guide on Smooks has them in a table. */
final class EventField {
    static final String DOCUMENT = "document";
    static final String PURPOSE = "purpose";
    static final String TYPE = "type";
    static final String DATE = "date";
    static final String TIME = "time";
    static final String ZONE = "zone";
    static final String ITEM = "item";
    static final String DESCRIPTION = "description";
    static final String LOT = "lot";
    static final String LOT_KIND = "lotKind";
    static final String LOT_SOURCE = "lotSource";
    static final String QUANTITY = "quantity";
    static final String UNIT = "unit";
    static final String ORDERED = "ordered";
    static final String CONDITION = "condition";
    static final String REASON = "reason";
    static final String SSCC = "sscc";
    static final String PARENT_SSCC = "parentSscc";
    static final String UNIT_TYPE = "unitType";
    static final String TRANSFORMATION = "transformation";
    static final String SHIP_FROM = "shipFrom";
    static final String SHIP_TO = "shipTo";
    static final String REFERENCE = "reference";
    static final String REFERENCE_DATE = "referenceDate";
    static final String LEVEL = "level";
    static final String WITHIN = "within";
    static final String RECORD = "record";
    static final String OFFSET = "offset";
    static final String LENGTH = "length";
    static final String VERSION = "version";
    static final String INTERCHANGE = "interchange";
    static final String GROUP = "group";
    static final String TRANSACTION = "transaction";

    /** Dates of the lot. */
    static final List<String> LOT_DATES = List.of("expires", "bestBefore", "manufactured", "packed", "harvested");

    /** Those of them that say until when it is good. */
    static final Set<String> GOOD_UNTIL = Set.of("expires", "bestBefore");

    private static final Set<String> WORDS = Set.of(
            DOCUMENT,
            PURPOSE,
            TYPE,
            DATE,
            TIME,
            ZONE,
            DESCRIPTION,
            LOT,
            LOT_KIND,
            QUANTITY,
            UNIT,
            ORDERED,
            CONDITION,
            SSCC,
            PARENT_SSCC,
            UNIT_TYPE,
            LEVEL,
            WITHIN,
            RECORD,
            OFFSET,
            LENGTH,
            VERSION,
            INTERCHANGE,
            GROUP,
            TRANSACTION);

    /** Those that have parts, such as {@code item.gtin}; the value says what a part may be. */
    private static final Map<String, String> WITH_PARTS = Map.of(
            ITEM, "[a-z0-9-]+",
            REFERENCE, "[a-z0-9-]+",
            REFERENCE_DATE, "[a-z0-9-]+",
            SHIP_FROM, "gln|name|line1|line2|city|region|postalCode|country|id\\.[A-Za-z0-9-]+",
            SHIP_TO, "gln|name|line1|line2|city|region|postalCode|country|id\\.[A-Za-z0-9-]+",
            LOT_SOURCE, "gln|name|reference",
            REASON, "code|list|text",
            TRANSFORMATION, "id|role");

    /** Fields that are one statement together with another. */
    private static final Map<String, String> TOGETHER =
            Map.of(UNIT, QUANTITY, ORDERED, QUANTITY, LOT_KIND, LOT, UNIT_TYPE, SSCC, TIME, DATE, ZONE, DATE);

    private EventField() {}

    static boolean isKnown(String name) {
        int dot = name.indexOf('.');
        return WORDS.contains(name)
                || LOT_DATES.contains(name)
                || (dot > 0
                        && WITH_PARTS.containsKey(name.substring(0, dot))
                        && name.substring(dot + 1).matches(WITH_PARTS.get(name.substring(0, dot))));
    }

    /** The field without which this one says nothing; itself where it stands alone. */
    static String mainOf(String name) {
        return TOGETHER.getOrDefault(name, name);
    }

    /** What the field is part of: a level that states one field of it states all of it. */
    static String statement(String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return TOGETHER.getOrDefault(name, name);
        }
        String first = name.substring(0, dot);
        return first.equals(REFERENCE) || first.equals(REFERENCE_DATE) ? REFERENCE + name.substring(dot) : first;
    }
}
