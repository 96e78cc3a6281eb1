package io.lotwire.edi.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a {@link Guide}.
 *
 * @param ask what it asks
 * @param path the way to the segment or loop; its steps are the last on the way from ST
 * @param element place of the element that it is about, from 1; 0 for the segment or loop
 * @param codes the codes of {@code codes} and {@code allow}
 * @param number the number of {@code max-length} and {@code max-use}
 */
public record GuideRule(Ask ask, List<Step> path, int element, Set<String> codes, int number) {
    /** What a line asks. */
    public enum Ask {
        REQUIRE("require"),
        NOT_USED("not-used"),
        CODES("codes"),
        ALLOW("allow"),
        MAX_LENGTH("max-length"),
        MAX_USE("max-use");

        private final String word;

        Ask(String word) {
            this.word = word;
        }

        private boolean listsCodes() {
            return this == CODES || this == ALLOW;
        }
    }

    /**
     * A step of a path: a segment or loop, perhaps only where an element has a code.
     *
     * @param element place of the element, from 1
     * @param code empty where any will do
     */
    public record Step(String id, int element, String code) {}

    private static final Pattern STEP = Pattern.compile("([A-Z][A-Z0-9]{1,2})(?:\\[(?:(\\d{2})=)?([^\\]=/]+)\\])?");
    private static final Pattern ELEMENT = Pattern.compile("(.*)-(\\d{2})");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

    public GuideRule {
        path = List.copyOf(path);
        codes = Set.copyOf(codes);
    }

    /** Reads a line; empty when it is not of the form. */
    static Optional<GuideRule> read(String line) {
        List<String> words = Lines.words(line);
        Optional<Ask> ask = List.of(Ask.values()).stream()
                .filter(some -> some.word.equals(words.get(0)))
                .findFirst();
        if (ask.isEmpty() || words.size() < 2) {
            return Optional.empty();
        }
        Matcher matcher = ELEMENT.matcher(words.get(1));
        int element = matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
        List<Step> path = path(element > 0 ? matcher.group(1) : words.get(1));
        List<String> values = words.subList(2, words.size());
        boolean formed =
                switch (ask.get()) {
                    case REQUIRE, NOT_USED -> values.isEmpty();
                    case CODES, ALLOW -> element > 0 && !values.isEmpty();
                    case MAX_LENGTH -> element > 0 && isNumber(values);
                    case MAX_USE -> element == 0 && isNumber(values);
                };
        return formed && !path.isEmpty()
                ? Optional.of(new GuideRule(
                        ask.get(),
                        path,
                        element,
                        ask.get().listsCodes() ? Set.copyOf(values) : Set.of(),
                        isNumber(values) && !ask.get().listsCodes() ? Integer.parseInt(values.get(0)) : 0))
                : Optional.empty();
    }

    private static boolean isNumber(List<String> values) {
        return values.size() == 1 && NUMBER.matcher(values.get(0)).matches();
    }

    /** The steps; none when one is not of the form. */
    private static List<Step> path(String text) {
        List<Step> steps = new ArrayList<>();
        for (String part : text.split("/", -1)) {
            Matcher matcher = STEP.matcher(part);
            if (!matcher.matches()) {
                return List.of();
            }
            int qualifying = matcher.group(1).equals(Grammar.LEVEL) ? 3 : 1;
            int element = matcher.group(2) == null ? qualifying : Integer.parseInt(matcher.group(2));
            steps.add(new Step(matcher.group(1), element, matcher.group(3) == null ? "" : matcher.group(3)));
        }
        return steps;
    }

    /** True when the line asks for what the standard already says, or less; or when it allows codes where codes may stand. */
    boolean fits(Part part) {
        if (element == 0) {
            return switch (ask) {
                case MAX_USE -> number <= part.most();
                case NOT_USED -> !part.required();
                case REQUIRE -> part.most() > 0;
                case CODES, ALLOW, MAX_LENGTH -> false;
            };
        }
        ElementUse use = part.rule().elements().get(element - 1);
        return switch (ask) {
            case REQUIRE -> use.most() > 0;
            case NOT_USED -> !use.required();
            case CODES -> !use.rule().isComposite() && codes.stream().allMatch(use.rule()::takes);
            case ALLOW -> !use.rule().isComposite();
            case MAX_LENGTH ->
                use.rule().length().least() <= number
                        && number <= use.rule().length().most();
            case MAX_USE -> false;
        };
    }

    /** True when the segment has the element that the line is about. */
    boolean isAbout(Part part) {
        return element <= part.rule().elements().size();
    }

    /** What the line makes of a segment's or loop's place. */
    Part narrow(Part part) {
        if (element > 0) {
            return Narrowing.rule(
                    part,
                    part.rule().with(element, narrow(part.rule().elements().get(element - 1))));
        }
        return switch (ask) {
            case REQUIRE -> Narrowing.use(part, true, part.most());
            case NOT_USED -> Narrowing.use(part, false, 0);
            case MAX_USE -> Narrowing.use(part, part.required(), number);
            case CODES, ALLOW, MAX_LENGTH -> part;
        };
    }

    /** The segment with the codes that the line allows in it, wherever that is. */
    SegmentRule widen(SegmentRule segment) {
        boolean allows = ask == Ask.ALLOW
                && path.get(path.size() - 1).id().equals(segment.id())
                && element <= segment.elements().size();
        return allows ? segment.with(element, narrow(segment.elements().get(element - 1))) : segment;
    }

    private ElementUse narrow(ElementUse use) {
        return switch (ask) {
            case REQUIRE -> new ElementUse(use.rule(), true, use.most());
            case NOT_USED -> new ElementUse(use.rule(), false, 0);
            case CODES -> new ElementUse(use.rule().withCodes(codes), use.required(), use.most());
            case ALLOW -> new ElementUse(use.rule().allowing(codes), use.required(), use.most());
            case MAX_LENGTH -> new ElementUse(use.rule().withMost(number), use.required(), use.most());
            case MAX_USE -> use;
        };
    }
}
