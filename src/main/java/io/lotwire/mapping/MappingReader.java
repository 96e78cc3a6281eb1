package io.lotwire.mapping;

import io.lotwire.digest.Sha256;
import io.lotwire.edi.tree.X12Path;
import io.lotwire.lot.EventType;
import io.lotwire.lot.LotKind;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.TransactionStatement.Answer;
import io.lotwire.lot.UnitType;
import io.lotwire.mapping.Mapping.Beside;
import io.lotwire.mapping.Mapping.Codes;
import io.lotwire.mapping.Mapping.GoodsWhen;
import io.lotwire.mapping.Mapping.ItemIdPlace;
import io.lotwire.mapping.Mapping.LotDate;
import io.lotwire.mapping.Mapping.LotPlace;
import io.lotwire.mapping.Mapping.QuantityPlace;
import io.lotwire.mapping.Mapping.ReferencePlace;
import io.lotwire.mapping.Mapping.StatementPlace;
import io.lotwire.mapping.Mapping.TimePlace;
import io.lotwire.mapping.Mapping.TransferPlaces;
import io.lotwire.mapping.Mapping.UnitPlace;
import io.lotwire.mapping.Mapping.UnitTypes;
import io.lotwire.mapping.Mapping.Unless;
import io.lotwire.yaml.Choices;
import io.lotwire.yaml.YamlFields;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Compiles the YAML of one mapping; what is wrong is told to the fields' consumer of problems, all of it. */
final class MappingReader {
    private static final int VERSION_DIGITS = 12;
    private static final String ELEMENT_STRING = "gs1";

    private final YamlFields file;
    private final String goods;
    private final PlaceReader places;

    MappingReader(YamlFields file) {
        this.file = file;
        this.goods = file.text("goods");
        this.places = new PlaceReader(file.text("document", ""), goods);
    }

    /** The mapping; parts that had problems are missing from it, so it must not run when there were any. */
    Mapping read(String text) {
        StateReader states = new StateReader(file, places);
        Mapping mapping = new Mapping(
                file.text("mapping"),
                version(text),
                text,
                file.text("document"),
                file.choice("event", words(EventType.values())).orElse(EventType.SHIPPED),
                file.flag("ownGoods", false),
                places.oneOrMore(file, "number"),
                file.optionalMap("purpose")
                        .map(fields -> codes(fields, words(Purpose.values())))
                        .orElse(new Codes<>(null, Map.of())),
                file.maps("time").stream().map(this::timePlace).toList(),
                goods,
                file.optionalMap("goodsWhen").map(this::goodsWhen).orElse(null),
                file.map("item").map(this::itemIds).orElse(List.of()),
                file.optionalMap("item")
                        .map(fields -> places.paths(fields, "description"))
                        .orElse(List.of()),
                file.maps("quantity").stream().map(this::quantityPlace).toList(),
                places.paths(file, "packs"),
                states.meanings(),
                states.happened(),
                states.parts(),
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
                file.maps("references").stream().map(this::referencePlace).toList(),
                file.optionalMap("transfer").map(this::transferPlaces).orElse(null));
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

    private TimePlace timePlace(YamlFields fields) {
        TimePlace place = new TimePlace(
                places.path(fields, "date"), places.optionalPath(fields, "time"), places.optionalPath(fields, "zone"));
        fields.end();
        return place;
    }

    private List<ItemIdPlace> itemIds(YamlFields item) {
        List<ItemIdPlace> all = new ArrayList<>(
                item.maps("ids").stream().flatMap(this::itemIdPlaces).toList());
        Set<String> segments = new LinkedHashSet<>();
        item.maps("ids").forEach(fields -> fields.optionalText("pairs").ifPresent(segments::add));
        segments.stream()
                .filter(segment -> !segment.contains("["))
                .map(segment -> segment + "/" + X12Path.OTHERS)
                .forEach(others -> all.add(new ItemIdPlace(places.parse(item, "ids", others), "", false)));
        return all;
    }

    private Stream<ItemIdPlace> itemIdPlaces(YamlFields fields) {
        List<ItemIdPlace> found = new ArrayList<>();
        if (fields.has("pairs")) {
            String segment = fields.text("pairs");
            fields.map("schemes").ifPresent(schemes -> schemes.keys()
                    .forEach(qualifier -> found.add(new ItemIdPlace(
                            places.parse(fields, "pairs", segment + "/" + qualifier),
                            schemes.text(qualifier),
                            false))));
        } else if (fields.has(ELEMENT_STRING)) {
            found.add(new ItemIdPlace(places.path(fields, ELEMENT_STRING), "gtin", true));
        } else {
            found.add(new ItemIdPlace(places.path(fields, "value"), fields.text("scheme"), false));
        }
        fields.end();
        return found.stream();
    }

    private QuantityPlace quantityPlace(YamlFields fields) {
        QuantityPlace place = new QuantityPlace(
                places.path(fields, "value"),
                places.optionalPath(fields, "unit"),
                places.optionalPath(fields, "ordered"));
        fields.end();
        return place;
    }

    private LotPlace lotPlace(YamlFields fields) {
        boolean elementString = fields.has(ELEMENT_STRING);
        List<X12Path> codes = places.oneOrMore(fields, elementString ? ELEMENT_STRING : "code");
        Map<LotDate, Beside> dates = new EnumMap<>(LotDate.class);
        for (LotDate date : LotDate.values()) {
            Optional.ofNullable(places.beside(fields, word(date), codes)).ifPresent(place -> dates.put(date, place));
        }
        LotPlace place = new LotPlace(
                codes,
                elementString,
                fields.optionalMap("cut").map(cut -> cut(cut, fields)).orElse(null),
                fields.optionalChoice("kind", words(LotKind.values())).orElse(LotKind.LOT),
                places.beside(fields, "quantity", codes),
                places.beside(fields, "unit", codes),
                dates,
                fields.flag("mayBeDate", false),
                fields.optionalMap("unless")
                        .map(unless -> unless(unless, codes))
                        .orElse(null),
                fields.flag("range", false));
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
        GoodsWhen when = new GoodsWhen(places.path(fields, "at"), Set.copyOf(fields.texts("codes")));
        fields.end();
        return when;
    }

    private Unless unless(YamlFields fields, List<X12Path> codes) {
        Unless unless = new Unless(places.beside(fields, "at", codes), Set.copyOf(fields.texts("codes")));
        fields.end();
        return unless;
    }

    private Map<LotDate, List<X12Path>> dates(YamlFields fields) {
        Map<LotDate, List<X12Path>> dates = new EnumMap<>(LotDate.class);
        for (LotDate date : LotDate.values()) {
            dates.put(date, places.paths(fields, word(date)));
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
        List<X12Path> numbers = places.oneOrMore(fields, elementString ? ELEMENT_STRING : "sscc");
        UnitPlace place = new UnitPlace(
                numbers, elementString, places.beside(fields, "quantity", numbers), fields.flag("range", false));
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
        ReferencePlace place = new ReferencePlace(
                fields.text("type"), places.path(fields, "value"), places.optionalPath(fields, "date"));
        fields.end();
        return place;
    }

    private TransferPlaces transferPlaces(YamlFields fields) {
        TransferPlaces transfer = new TransferPlaces(
                fields.maps("statements").stream().map(this::statementPlace).toList(),
                places.paths(fields, "date"),
                fields.texts("from"),
                fields.texts("to"),
                places.paths(fields, "strengthAndForm"),
                fields.optionalMap("containerSize").map(this::quantityPlace).orElse(null));
        fields.end();
        return transfer;
    }

    private StatementPlace statementPlace(YamlFields fields) {
        Codes<Answer> answer = fields.map("answer")
                .map(codes -> codes(codes, words(Answer.values())))
                .orElse(new Codes<>(null, Map.of()));
        List<X12Path> segment = Stream.ofNullable(answer.at()).toList();
        StatementPlace place = new StatementPlace(
                answer.at(),
                answer.codes(),
                places.besides(fields, "code", segment),
                places.beside(fields, "list", segment),
                places.beside(fields, "words", segment),
                places.besides(fields, "texts", segment));
        fields.end();
        return place;
    }

    private <T> Codes<T> codes(YamlFields fields, Choices<T> words) {
        Map<String, T> codes = new LinkedHashMap<>();
        X12Path at = places.path(fields, "at");
        fields.map("codes").ifPresent(map -> map.keys()
                .forEach(code -> map.choice(code, words).ifPresent(word -> codes.put(code, word))));
        fields.end();
        return new Codes<>(at, codes);
    }

    /** The words that a file uses for the constants: {@code BEST_BEFORE} is {@code bestBefore}. */
    static <E extends Enum<E>> Choices<E> words(E[] constants) {
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
