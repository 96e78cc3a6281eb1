package io.lotwire.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.grammar.ElementUse;
import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.grammar.LoopRule;
import io.lotwire.edi.grammar.Part;
import io.lotwire.edi.grammar.SegmentRule;
import io.lotwire.edi.grammar.SegmentUse;
import io.lotwire.edi.tree.X12Path;
import io.lotwire.mapping.Mapping.Beside;
import io.lotwire.mapping.Mapping.LotPlace;
import io.lotwire.mapping.Mapping.PartPlace;
import io.lotwire.mapping.Mapping.StatementPlace;
import io.lotwire.mapping.Mapping.TransferPlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What of each document is taken into lot events, and why the rest is not. {@code -Dgolden.write=true} writes the table of it. */
class TakenTableTest {
    private static final Path TABLE = Path.of("src", "docs", "tables", "taken.md");
    private static final Path REASONS = Path.of("src", "test", "resources", "mapping", "passed-over.txt");
    private static final Mappings MAPPINGS = Mappings.load(Path.of("mappings"));
    private static final Map<String, String> DOCUMENTS = documents();
    /** Segments of a party, of which name, numbers and address are told. */
    private static final Map<String, String> OF_PARTIES =
            Map.of("N1", "01 to 04", "N3", "01 to 02", "N4", "01 to 04", "NAD", "01 to 09");

    private static final Pattern CONDITION = Pattern.compile("\\[(\\d{2})(?:\\.\\d+)?=");

    private static Map<String, String> documents() {
        Map<String, String> documents = new LinkedHashMap<>();
        List.of("856", "945", "944", "943", "940", "947", "846", "861", "867")
                .forEach(set -> documents.put("x12/" + set, "004010"));
        List.of("desadv", "recadv", "invrpt").forEach(message -> documents.put("edifact/" + message, "D01B"));
        return documents;
    }

    @Test
    void everySegmentOfADocumentIsTakenOrItIsSaidWhyNot() throws IOException {
        Map<String, String> reasons = reasons();
        Set<String> unexplained = new TreeSet<>();
        StringBuilder table = new StringBuilder("""
                # What is taken

                Of each document that has a mapping: which segments, and which of their elements, go into lot events, and why the others do
                not. An element of a segment that is taken in part is listed by `translate --explain` where a document has it. Written by
                `TakenTableTest`.
                """);
        for (Map.Entry<String, String> document : DOCUMENTS.entrySet()) {
            Mapping mapping = MAPPINGS.named(document.getKey()).orElseThrow().mapping();
            Map<String, Set<String>> taken = taken(mapping);
            table.append("\n## ")
                    .append(mapping.document())
                    .append("\n\n| Segment | Taken | Passed over |\n| --- | --- | --- |\n");
            for (SegmentRule segment : segments(mapping.document(), document.getValue())) {
                String id = segment.id();
                Set<String> elements = taken.getOrDefault(id, Set.of());
                String why = reasons.getOrDefault(mapping.document() + " " + id, reasons.getOrDefault(id, ""));
                if (elements.isEmpty() && why.isEmpty()) {
                    unexplained.add(id + " (" + mapping.document() + ")");
                }
                table.append("| ")
                        .append(id)
                        .append(" | ")
                        .append(String.join(", ", elements))
                        .append(" | ")
                        .append(elements.isEmpty() ? why : rest(segment, elements))
                        .append(" |\n");
            }
        }

        assertThat(unexplained)
                .as("say in " + REASONS + " why these are passed over")
                .isEmpty();
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(TABLE, table);
        }
        assertThat(table.toString()).isEqualTo(Files.readString(TABLE));
    }

    private static Map<String, String> reasons() throws IOException {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String line : Files.readAllLines(REASONS)) {
            int colon = line.indexOf(": ");
            if (colon > 0 && !line.startsWith("#")) {
                for (String segment : line.substring(0, colon).split(", ", -1)) {
                    reasons.put(segment, line.substring(colon + 2));
                }
            }
        }
        return reasons;
    }

    /** The elements that are not among those that are taken. */
    private static String rest(SegmentRule segment, Set<String> taken) {
        List<String> rest = new ArrayList<>();
        List<ElementUse> elements = segment.elements();
        for (int i = 1; i <= elements.size(); i++) {
            int element = i;
            String number = String.format(Locale.ROOT, "%02d", i);
            boolean has = taken.stream().anyMatch(each -> each.startsWith(number) || isBetween(element, each))
                    || (taken.contains("pairs") && isPair(segment, i));
            if (!has) {
                rest.add(number);
            }
        }
        return String.join(", ", rest);
    }

    private static boolean isBetween(int element, String range) {
        int to = range.indexOf(" to ");
        return to > 0
                && element >= Integer.parseInt(range.substring(0, to))
                && element <= Integer.parseInt(range.substring(to + " to ".length()));
    }

    private static boolean isPair(SegmentRule segment, int element) {
        List<Integer> pairs = Grammar.standard().pairs(segment.id());
        List<Integer> composites = Grammar.standard().qualifiedComposites(segment.id());
        return pairs.contains(element) || pairs.contains(element - 1) || composites.contains(element);
    }

    private static List<SegmentRule> segments(String document, String version) {
        Map<String, SegmentRule> all = new LinkedHashMap<>();
        collect(Grammar.standard().set(document, version).orElseThrow().root(), all);
        all.keySet().removeAll(Set.of("ST", "SE", "UNH", "UNT"));
        return List.copyOf(all.values());
    }

    private static void collect(Part part, Map<String, SegmentRule> all) {
        if (part instanceof SegmentUse use) {
            all.putIfAbsent(use.rule().id(), use.rule());
        } else if (part instanceof LoopRule loop) {
            all.putIfAbsent(loop.rule().id(), loop.rule());
            loop.parts().forEach(each -> collect(each, all));
        }
    }

    /** The elements that a mapping takes, by segment. */
    private static Map<String, Set<String>> taken(Mapping mapping) {
        Map<String, Set<String>> taken = new LinkedHashMap<>();
        paths(mapping).filter(Objects::nonNull).forEach(path -> {
            String text = path.toString();
            String place = text.substring(text.lastIndexOf('/') + 1);
            boolean pair = !place.matches(".*-\\d{2}(\\.\\d+)?");
            String element = pair ? "pairs" : place.substring(place.lastIndexOf('-') + 1);
            Set<String> elements = taken.computeIfAbsent(path.segmentId(), each -> new TreeSet<>());
            elements.add(element);
            if (place.contains("[")) {
                Matcher condition = CONDITION.matcher(place);
                elements.add(condition.find() ? condition.group(1) : "01");
            }
            path.segmentIds().forEach(each -> taken.computeIfAbsent(each, id -> new TreeSet<>()));
        });
        OF_PARTIES.forEach((segment, elements) -> taken.put(segment, Set.of(elements)));
        taken.put("HL", Set.of("01 to 03"));
        taken.put("CPS", Set.of("01 to 02"));
        taken.put("DTM", Set.of("01 to 06"));
        return taken;
    }

    private static Stream<X12Path> paths(Mapping mapping) {
        List<X12Path> paths = new ArrayList<>(mapping.numbers());
        paths.add(mapping.purpose().at());
        mapping.times().forEach(time -> paths.addAll(Arrays.asList(time.date(), time.time(), time.zone())));
        Optional.ofNullable(mapping.goodsWhen()).ifPresent(when -> paths.add(when.at()));
        mapping.itemIds().forEach(id -> paths.add(id.value()));
        paths.addAll(mapping.descriptions());
        mapping.quantities()
                .forEach(place -> paths.addAll(Arrays.asList(place.value(), place.unit(), place.ordered())));
        paths.addAll(mapping.packs());
        Optional.ofNullable(mapping.happened()).ifPresent(place -> paths.add(place.at()));
        for (PartPlace part : mapping.parts()) {
            paths.add(part.quantity());
            paths.add(beside(part.unit(), part.quantity()));
            paths.add(beside(part.code(), part.quantity()));
        }
        for (LotPlace lot : mapping.lots()) {
            paths.addAll(lot.codes());
            X12Path code = lot.codes().get(0);
            paths.add(beside(lot.quantity(), code));
            paths.add(beside(lot.unit(), code));
            lot.dates().values().forEach(date -> paths.add(beside(date, code)));
        }
        mapping.dates().values().forEach(paths::addAll);
        mapping.units().forEach(unit -> {
            paths.addAll(unit.ssccs());
            paths.add(beside(unit.quantity(), unit.ssccs().get(0)));
        });
        Optional.ofNullable(mapping.unitTypes().byLevel()).ifPresent(level -> paths.add(level.at()));
        mapping.references().forEach(place -> paths.addAll(Arrays.asList(place.value(), place.date())));
        Optional.ofNullable(mapping.transfer()).ifPresent(transfer -> addTransfer(transfer, paths));
        return paths.stream();
    }

    private static void addTransfer(TransferPlaces transfer, List<X12Path> paths) {
        for (StatementPlace statement : transfer.statements()) {
            paths.add(statement.answer());
            paths.add(beside(statement.list(), statement.answer()));
            paths.add(beside(statement.words(), statement.answer()));
            statement.code().forEach(code -> paths.add(beside(code, statement.answer())));
            statement.texts().forEach(text -> paths.add(beside(text, statement.answer())));
        }
        paths.addAll(transfer.dates());
        paths.addAll(transfer.strengthAndForm());
        Optional.ofNullable(transfer.containerSize())
                .ifPresent(size -> paths.addAll(Arrays.asList(size.value(), size.unit())));
    }

    private static X12Path beside(Beside place, X12Path path) {
        return place == null ? null : place.asPath(path.segmentId());
    }
}
