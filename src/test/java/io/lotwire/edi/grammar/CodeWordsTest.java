package io.lotwire.edi.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CodeWordsTest {
    @Test
    void aCodeHasShortWordsOrNone() {
        assertThat(CodeWords.x12("98", "ST")).contains("ship to");
        assertThat(CodeWords.edifact("3035", "SU")).contains("supplier");
        assertThat(CodeWords.x12("98", "no such code")).isEmpty();
        assertThat(CodeWords.x12("3035", "SU")).isEmpty();
        assertThat(CodeWords.isCodedInEdifact("7402")).isFalse();
    }

    @Test
    void onlyCodesThatTheListsHaveAreSaidInWords() {
        assertThat(strangers("names.txt", List.copyOf(Versions.all()))).isEmpty();
        assertThat(strangers("edifact/names.txt", Versions.directories())).isEmpty();
    }

    /** What stands in the file and is no element, or no code where there is a list of them. */
    private static Set<String> strangers(String resource, List<String> versions) {
        Set<String> elements = new HashSet<>();
        Map<String, Set<String>> lists = new HashMap<>();
        for (String version : versions) {
            ElementFiles.read(version).forEach((reference, rule) -> {
                elements.add(reference);
                lists.computeIfAbsent(reference, each -> new HashSet<>()).addAll(rule.standard());
            });
        }
        eachEnvelopeElement(rule -> elements.add(rule.reference()));
        Set<String> strangers = new TreeSet<>();
        String element = "";
        for (String line : Lines.of(resource)) {
            String word = Lines.words(line).get(0);
            Set<String> list = lists.getOrDefault(element, Set.of());
            if (!line.startsWith(" ")) {
                element = word;
                if (!elements.contains(element)) {
                    strangers.add(element);
                }
            } else if (!list.isEmpty() && !list.contains(word)) {
                strangers.add(element + " " + word);
            }
        }
        return strangers;
    }

    @Test
    void theSegmentsOfEnvelopesHaveTheirElementsInARow() {
        assertThat(Grammar.envelope("ISA").orElseThrow().elements()).hasSize(16);
        assertThat(Grammar.envelope("GS").orElseThrow().elements()).hasSize(8);
        assertThat(Grammar.envelope("UNB").orElseThrow().elements()).hasSize(11);
        assertThat(Grammar.envelope("UNB")
                        .orElseThrow()
                        .elements()
                        .get(1)
                        .rule()
                        .components())
                .hasSize(4);
        assertThat(Grammar.envelope("LIN")).isEmpty();
    }

    private static void eachEnvelopeElement(Consumer<ElementRule> taker) {
        List<ElementUse> uses = new ArrayList<>();
        EnvelopeFile.read().values().forEach(segment -> uses.addAll(segment.elements()));
        for (ElementUse use : uses) {
            taker.accept(use.rule());
            use.rule().components().forEach(component -> taker.accept(component.rule()));
        }
    }
}
