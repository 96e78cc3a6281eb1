package io.lotwire.compliance;

import io.lotwire.partner.Completeness;
import io.lotwire.problem.Problem;
import io.lotwire.yaml.Choices;
import io.lotwire.yaml.YamlFields;
import io.lotwire.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which elements a rule asks for, by critical tracking event: of food what {@code key-data-elements.yaml} says, of medicines what {@code
 * transaction-information.yaml} does.
 */
public final class KeyDataRules {
    private static final String TO_PARTNERS = "toPartners";
    private static final Choices<KeyDataElement.Part> PARTS =
            Choices.of("input", KeyDataElement.Part.INPUT).or("output", KeyDataElement.Part.OUTPUT);

    /** What a location description is, and a product description (21 CFR 1.1310), where they are domestic. */
    private static final List<String> LOCATION =
            List.of(".name", ".phone", ".street", ".city", ".region", ".postalCode");

    private static final List<String> PRODUCT = List.of(".name", ".size", ".style");

    private static final KeyDataRules FOOD = read("key-data-elements.yaml", "21 CFR ");
    private static final KeyDataRules MEDICINES = read("transaction-information.yaml", "21 U.S.C. ");

    private final Map<TrackingEvent, List<KeyDataElement>> elements;

    private KeyDataRules(Map<TrackingEvent, List<KeyDataElement>> elements) {
        this.elements = elements;
    }

    /** Those of the food traceability rule. */
    public static KeyDataRules standard() {
        return FOOD;
    }

    /** Those of a rule. */
    public static KeyDataRules of(Completeness.Rule rule) {
        return switch (rule) {
            case FSMA_204 -> FOOD;
            case DSCSA -> MEDICINES;
        };
    }

    /** The elements of an event, in the order of the rule; none of an event that the rule does not speak of. */
    public List<KeyDataElement> of(TrackingEvent kind) {
        return elements.getOrDefault(kind, List.of());
    }

    /** What a statement is to tell and does not, in the order of the rule. */
    public List<MissingElement> missingIn(Statement statement) {
        List<MissingElement> missing = new ArrayList<>();
        for (KeyDataElement element : of(statement.kind())) {
            if (element.isOf(statement)) {
                List<Fact> facts = element.missingIn(statement);
                if (!facts.isEmpty()) {
                    missing.add(new MissingElement(element, facts, MissingElement.note(element, statement)));
                }
            }
        }
        return missing;
    }

    /** How many elements a statement is to tell. */
    int wantedOf(Statement statement) {
        int wanted = 0;
        for (KeyDataElement element : of(statement.kind())) {
            wanted += element.isOf(statement) ? 1 : 0;
        }
        return wanted;
    }

    private static KeyDataRules read(String file, String title) {
        List<Problem> problems = new ArrayList<>();
        Map<TrackingEvent, List<KeyDataElement>> elements = new EnumMap<>(TrackingEvent.class);
        Optional<YamlFields> root = YamlFile.parse(text(file), file, name -> null, problems::add)
                .flatMap(node -> YamlFields.of(node, problems::add));
        for (TrackingEvent kind : TrackingEvent.values()) {
            root.flatMap(fields -> fields.optionalMap(kind.word()))
                    .ifPresent(fields -> elements.put(kind, elements(fields, title)));
        }
        root.ifPresent(YamlFields::end);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("the rules are not well formed: " + problems);
        }
        return new KeyDataRules(elements);
    }

    private static List<KeyDataElement> elements(YamlFields event, String title) {
        String section = title + event.text("section");
        List<KeyDataElement> elements = new ArrayList<>();
        for (YamlFields fields : event.maps("elements")) {
            elements.add(new KeyDataElement(
                    fields.text("name"),
                    section + fields.text("paragraph"),
                    fields.text("words"),
                    facts(fields.texts("facts")),
                    facts(fields.texts("instead")),
                    fields.has(TO_PARTNERS) ? Optional.of(facts(fields.texts(TO_PARTNERS))) : Optional.empty(),
                    fields.optionalChoice("of", PARTS).orElse(KeyDataElement.Part.ALL)));
            fields.end();
        }
        event.end();
        return List.copyOf(elements);
    }

    private static List<Fact> facts(List<String> words) {
        return words.stream().flatMap(KeyDataRules::meaning).map(Fact::of).toList();
    }

    private static Stream<String> meaning(String word) {
        return switch (word) {
            case "recipient", "from", "at", "source", "farm" ->
                LOCATION.stream().map(word::concat);
            case "product", "produced" -> PRODUCT.stream().map(word::concat);
            default -> Stream.of(word);
        };
    }

    private static String text(String file) {
        try (InputStream in = KeyDataRules.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
