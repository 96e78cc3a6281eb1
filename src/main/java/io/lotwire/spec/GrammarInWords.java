package io.lotwire.spec;

import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.grammar.GuideRule;
import io.lotwire.edi.grammar.LoopRule;
import io.lotwire.edi.grammar.Part;
import io.lotwire.edi.grammar.SetRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a grammar and a guide ask, in words. */
final class GrammarInWords {
    private GrammarInWords() {}

    /** The segments that must be there, each with the loop that they are in; and those that a guide does not use. */
    static List<String> segments(Grammar grammar, String document, String version) {
        List<String> words = new ArrayList<>();
        grammar.set(document, version).map(SetRule::root).ifPresent(root -> {
            words.add("required: " + String.join(", ", required(root)));
            for (Part part : root.parts()) {
                if (part instanceof LoopRule loop
                        && loop.most() > 0
                        && required(loop).size() > 1) {
                    words.add("in each loop " + loop.id() + (loop.required() ? " (required)" : "") + ": "
                            + String.join(", ", required(loop)));
                }
            }
        });
        return words;
    }

    private static List<String> required(LoopRule loop) {
        List<String> ids = new ArrayList<>(List.of(loop.id()));
        loop.parts().stream()
                .filter(part -> part.required() && part.most() > 0)
                .map(Part::id)
                .forEach(ids::add);
        return ids;
    }

    static String of(GuideRule rule) {
        String place = rule.path().stream()
                        .map(step -> step.id() + (step.code().isEmpty() ? "" : "[" + step.code() + "]"))
                        .collect(Collectors.joining("/"))
                + (rule.element() == 0 ? "" : String.format("-%02d", rule.element()));
        return switch (rule.ask()) {
            case REQUIRE -> place + " is required";
            case NOT_USED -> place + " is not used: leave it out";
            case CODES -> place + " is one of " + rule.codes().stream().sorted().collect(Collectors.joining(", "));
            case ALLOW ->
                place + " may also be " + rule.codes().stream().sorted().collect(Collectors.joining(", "));
            case MAX_LENGTH -> place + " has at most " + rule.number() + " characters";
            case MAX_USE -> place + " comes at most " + rule.number() + " times in its place";
        };
    }
}
