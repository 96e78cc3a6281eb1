package io.lotwire.mapping;

import io.lotwire.digest.Sha256;
import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.tree.X12Path;
import io.lotwire.lot.EventType;
import io.lotwire.lot.LotKind;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.UnitType;
import io.lotwire.mapping.Mapping.Beside;
import io.lotwire.mapping.Mapping.Codes;
import io.lotwire.mapping.Mapping.GoodsWhen;
import io.lotwire.mapping.Mapping.ItemIdPlace;
import io.lotwire.mapping.Mapping.LotDate;
import io.lotwire.mapping.Mapping.LotPlace;
import io.lotwire.mapping.Mapping.QuantityPlace;
import io.lotwire.mapping.Mapping.ReferencePlace;
import io.lotwire.mapping.Mapping.TimePlace;
import io.lotwire.mapping.Mapping.UnitPlace;
import io.lotwire.mapping.Mapping.UnitTypes;
import io.lotwire.mapping.Mapping.Unless;
import io.lotwire.yaml.Choices;
import io.lotwire.yaml.YamlFields;
import io.lotwire.yaml.YamlList;
import io.lotwire.yaml.YamlNode;
import io.lotwire.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compiles the YAML of one mapping; what is wrong is told to the fields' consumer of problems, all of it. */
final class MappingReader {
    private static final int VERSION_DIGITS = 12;
    private static final Pattern SAME_SEGMENT = Pattern.compile("([A-Z][A-Z0-9]{1,2})-(\\d{2})(?:\\.(\\d{1,2}))?");
    private static final String ELEMENT_STRING = "gs1";

    private final YamlFields file;
    private final String goods;
    private final String document;

    MappingReader(YamlFields file) {
        this.file = file;
        this.goods = file.text("goods");
        this.document = file.text("document", "");
    }

    /** The mapping; parts that had problems are missing from it, so it must not run when there were any. */
    Mapping read(String text) {
        Mapping mapping = new Mapping(
                file.text("mapping"),
                version(text),
                text,
                file.text("document"),
                file.choice("event", words(EventType.values())).orElse(EventType.SHIPPED),
                file.flag("ownGoods", false),
                places(file, "number"),
                file.optionalMap("purpose")
                        .map(fields -> codes(fields, words(Purpose.values())))
                        .orElse(new Codes<>(null, Map.of())),
                file.maps("time").stream().map(this::timePlace).toList(),
                goods,
                file.optionalMap("goodsWhen").map(this::goodsWhen).orElse(null),
                file.map("item").map(this::itemIds).orElse(List.of()),
                file.optionalMap("item")
                        .map(fields -> paths(fields, "description"))
                        .orElse(List.of()),
                file.maps("quantity").stream().map(this::quantityPlace).toList(),
                file.maps("lots").stream().map(this::lotPlace).toList(),
                file.optionalMap("dates").map(this::dates).orElse(Map.of()),
                file.optionalMap("lotSource").map(this::partyCodes).orElse(List.of()),
                file.maps("units").stream().map(this::unitPlace).toList(),
                file.optionalMap("unitTypes").map(this::unitTypes).orElse(new UnitTypes(null, null)),
                file.optionalMap("parties")
                        .map(fields -> fields.texts("shipFrom"))
                        .orElse(List.of()),
                file.optionalMap("parties")
                        .map(fields -> fields.texts("shipTo"))
                        .orElse(List.of()),
                file.maps("references").stream().map(this::referencePlace).toList());
        checkUnknownKeys();
        return mapping;
    }

    private void checkUnknownKeys() {
        file.optionalMap("item").ifPresent(fields -> {
            fields.has("ids");
            fields.has("description");
            fields.end();
        });
        file.optionalMap("parties").ifPresent(fields -> {
            fields.has("shipFrom");
            fields.has("shipTo");
            fields.end();
        });
        file.end();
    }

    /** One place, or several. */
    private List<X12Path> places(YamlFields fields, String key) {
        return fields.node(key).filter(YamlList.class::isInstance).isPresent()
                ? paths(fields, key)
                : Optional.ofNullable(path(fields, key)).stream().toList();
    }

    private TimePlace timePlace(YamlFields fields) {
        TimePlace place =
                new TimePlace(path(fields, "date"), optionalPath(fields, "time"), optionalPath(fields, "zone"));
        fields.end();
        return place;
    }

    private List<ItemIdPlace> itemIds(YamlFields item) {
        return item.maps("ids").stream().flatMap(this::itemIdPlaces).toList();
    }

    private Stream<ItemIdPlace> itemIdPlaces(YamlFields fields) {
        List<ItemIdPlace> places = new ArrayList<>();
        if (fields.has("pairs")) {
            String segment = fields.text("pairs");
            fields.map("schemes").ifPresent(schemes -> schemes.keys()
                    .forEach(qualifier -> places.add(new ItemIdPlace(
                            parse(fields, "pairs", segment + "/" + qualifier), schemes.text(qualifier), false))));
        } else if (fields.has(ELEMENT_STRING)) {
            places.add(new ItemIdPlace(path(fields, ELEMENT_STRING), "gtin", true));
        } else {
            places.add(new ItemIdPlace(path(fields, "value"), fields.text("scheme"), false));
        }
        fields.end();
        return places.stream();
    }

    private QuantityPlace quantityPlace(YamlFields fields) {
        QuantityPlace place =
                new QuantityPlace(path(fields, "value"), optionalPath(fields, "unit"), optionalPath(fields, "ordered"));
        fields.end();
        return place;
    }

    private LotPlace lotPlace(YamlFields fields) {
        boolean elementString = fields.has(ELEMENT_STRING);
        List<X12Path> codes = places(fields, elementString ? ELEMENT_STRING : "code");
        Map<LotDate, Beside> dates = new EnumMap<>(LotDate.class);
        for (LotDate date : LotDate.values()) {
            Optional.ofNullable(beside(fields, word(date), codes)).ifPresent(place -> dates.put(date, place));
        }
        LotPlace place = new LotPlace(
                codes,
                elementString,
                fields.optionalMap("cut").map(cut -> cut(cut, fields)).orElse(null),
                fields.optionalChoice("kind", words(LotKind.values())).orElse(LotKind.LOT),
                beside(fields, "quantity", codes),
                beside(fields, "unit", codes),
                dates,
                fields.flag("mayBeDate", false),
                fields.optionalMap("unless")
                        .map(unless -> unless(unless, codes))
                        .orElse(null));
        fields.end();
        return place;
    }

    private Cut cut(YamlFields fields, YamlFields place) {
        Cut cut = new Cut(
                fields.optionalText("after").orElse(""),
                fields.optionalText("until").orElse(""));
        if (cut.after().isEmpty() && cut.until().isEmpty()) {
            place.report(
                    MappingFault.MAPPING_INVALID,
                    "cut",
                    "'cut' says nothing: give 'after', 'until' or both, such as { after: \"LOT:\" }.");
        } else if (place.has(ELEMENT_STRING)) {
            place.report(
                    MappingFault.MAPPING_INVALID,
                    "cut",
                    "A GS1 element string tells itself where its lot ends: take 'cut' out, or write 'code' for '"
                            + ELEMENT_STRING + "'.");
        }
        fields.end();
        return cut;
    }

    private GoodsWhen goodsWhen(YamlFields fields) {
        GoodsWhen when = new GoodsWhen(path(fields, "at"), Set.copyOf(fields.texts("codes")));
        fields.end();
        return when;
    }

    private Unless unless(YamlFields fields, List<X12Path> codes) {
        Unless unless = new Unless(beside(fields, "at", codes), Set.copyOf(fields.texts("codes")));
        fields.end();
        return unless;
    }

    private Map<LotDate, List<X12Path>> dates(YamlFields fields) {
        Map<LotDate, List<X12Path>> dates = new EnumMap<>(LotDate.class);
        for (LotDate date : LotDate.values()) {
            dates.put(date, paths(fields, word(date)));
        }
        fields.end();
        return dates;
    }

    private List<String> partyCodes(YamlFields fields) {
        List<String> codes = fields.texts("party");
        fields.end();
        return codes;
    }

    private UnitPlace unitPlace(YamlFields fields) {
        boolean elementString = fields.has(ELEMENT_STRING);
        List<X12Path> numbers = places(fields, elementString ? ELEMENT_STRING : "sscc");
        UnitPlace place = new UnitPlace(numbers, elementString, beside(fields, "quantity", numbers));
        fields.end();
        return place;
    }

    private UnitTypes unitTypes(YamlFields fields) {
        Optional<UnitType> all = fields.optionalChoice("all", words(UnitType.values()));
        Codes<UnitType> byLevel = all.isPresent() ? null : codes(fields, words(UnitType.values()));
        fields.end();
        return new UnitTypes(byLevel, all.orElse(null));
    }

    private ReferencePlace referencePlace(YamlFields fields) {
        ReferencePlace place =
                new ReferencePlace(fields.text("type"), path(fields, "value"), optionalPath(fields, "date"));
        fields.end();
        return place;
    }

    private <T> Codes<T> codes(YamlFields fields, Choices<T> words) {
        Map<String, T> codes = new LinkedHashMap<>();
        X12Path at = path(fields, "at");
        fields.map("codes").ifPresent(map -> map.keys()
                .forEach(code -> map.choice(code, words).ifPresent(word -> codes.put(code, word))));
        fields.end();
        return new Codes<>(at, codes);
    }

    private X12Path path(YamlFields fields, String key) {
        String text = fields.text(key);
        return text.isEmpty() ? null : parse(fields, key, text);
    }

    private X12Path optionalPath(YamlFields fields, String key) {
        return fields.optionalText(key).map(text -> parse(fields, key, text)).orElse(null);
    }

    private List<X12Path> paths(YamlFields fields, String key) {
        List<X12Path> paths = new ArrayList<>();
        for (YamlNode item : fields.items(key)) {
            if (item instanceof YamlScalar scalar) {
                paths.add(parse(fields, key, scalar.text()));
            }
        }
        return paths;
    }

    private X12Path parse(YamlFields fields, String key, String text) {
        try {
            X12Path path = X12Path.parse(text).notInto(goods);
            checkSegments(fields, key, path);
            return path;
        } catch (IllegalArgumentException notAPlace) {
            fields.report(MappingFault.MAPPING_INVALID, key, "'" + key + "' is no place: " + notAPlace.getMessage());
            return null;
        }
    }

    /** A document with a segment that it cannot have is rejected before it is mapped. */
    private void checkSegments(YamlFields fields, String key, X12Path path) {
        path.segmentIds().stream()
                .filter(segment -> !document.isEmpty() && !Grammar.standard().mayStandIn(document, segment))
                .forEach(segment -> fields.report(
                        MappingFault.MAPPING_INVALID,
                        key,
                        "Nothing can be found at '" + path + "': there is no segment " + segment + " in " + document
                                + ". Name one that it has."));
    }

    /** A place in the segment of one of these, such as {@code N9-03}, or in the loops around it; null when absent. */
    private Beside beside(YamlFields fields, String key, List<X12Path> places) {
        String text = fields.text(key, "");
        if (text.isEmpty()) {
            return null;
        }
        Matcher matcher = SAME_SEGMENT.matcher(text);
        boolean same = matcher.matches()
                && places.stream().anyMatch(place -> place.segmentId().equals(matcher.group(1)));
        if (!same) {
            X12Path path = parse(fields, key, text);
            return path == null ? null : new Beside(0, 0, path);
        }
        int component = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        return new Beside(Integer.parseInt(matcher.group(2)), component, null);
    }

    /** The words that a file uses for the constants: {@code BEST_BEFORE} is {@code bestBefore}. */
    private static <E extends Enum<E>> Choices<E> words(E[] constants) {
        return Choices.of(List.of(constants), MappingReader::word);
    }

    private static String word(Enum<?> constant) {
        StringBuilder word = new StringBuilder();
        for (String part : constant.name().split("_", -1)) {
            String lower = part.toLowerCase(Locale.ROOT);
            word.append(word.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
        }
        return word.toString();
    }

    private static String version(String text) {
        return Sha256.hex(text).substring(0, VERSION_DIGITS);
    }
}
