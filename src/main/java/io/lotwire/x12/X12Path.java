package io.lotwire.x12;

import io.lotwire.x12.grammar.Grammar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of values in a loop, as mappings write it.
 *
 * <table>
 * <caption>Paths</caption>
 * <tr><td>{@code W06-02}</td><td>element 2 of W06</td></tr>
 * <tr><td>{@code REF[BM]-02}</td><td>element 2 of a REF whose element 1 is BM</td></tr>
 * <tr><td>{@code N1[03=UL]-04}</td><td>element 4 of an N1 whose element 3 is UL</td></tr>
 * <tr><td>{@code SLN-03.2}</td><td>component 2 of element 3</td></tr>
 * <tr><td>{@code LIN/LT}</td><td>in qualifier and value pairs, the value whose qualifier is LT; which elements are pairs
 * is data of the grammar</td></tr>
 * <tr><td>{@code N1[ST]/N4-01}</td><td>element 1 of N4 in the inner loop that opens with N1*ST</td></tr>
 * </table>
 *
 * <p>A path is evaluated on a {@link Loop} and sees the loop's own segments and the segments that open its inner loops,
 * in document order; it does not see inner levels (HL), nor loops that {@link #notInto} names.
 */
public final class X12Path {
    private static final String SEGMENT = "([A-Z][A-Z0-9]{1,2})(?:\\[(?:(\\d{2})=)?([^\\]]+)\\])?";
    private static final Pattern STEP = Pattern.compile(SEGMENT);
    private static final Pattern ELEMENT = Pattern.compile(SEGMENT + "-(\\d{2})(?:\\.(\\d{1,2}))?");
    private static final Pattern QUALIFIER = Pattern.compile("[A-Z0-9]{1,3}");
    private static final Pattern SLASH = Pattern.compile("/(?![^\\[]*\\])");

    private final String text;
    private final List<Step> loops;
    private final Step segment;
    private final int element;
    private final int component;
    private final String qualifier;
    private final String closed;

    private X12Path(
            String text, List<Step> loops, Step segment, int element, int component, String qualifier, String closed) {
        this.text = text;
        this.loops = loops;
        this.segment = segment;
        this.element = element;
        this.component = component;
        this.qualifier = qualifier;
        this.closed = closed;
    }

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong with the path
     */
    public static X12Path parse(String text) {
        String[] parts = SLASH.split(text, -1);
        String last = parts[parts.length - 1];
        Matcher element = ELEMENT.matcher(last);
        if (element.matches()) {
            int component = element.group(5) == null ? 0 : Integer.parseInt(element.group(5));
            int number = Integer.parseInt(element.group(4));
            if (number == 0 || (component == 0 && element.group(5) != null)) {
                throw notAPath(text, "elements and components are counted from 1");
            }
            return new X12Path(text, steps(text, parts), Step.of(element), number, component, "", Grammar.LEVEL);
        }
        if (parts.length > 1 && QUALIFIER.matcher(last).matches()) {
            List<Step> steps = steps(text, parts);
            Step pairs = steps.get(steps.size() - 1);
            if (Grammar.standard().pairs(pairs.id()).isEmpty()) {
                throw notAPath(
                        text, pairs.id() + " has no qualifier and value pairs; name an element, as in REF[BM]-02");
            }
            return new X12Path(text, steps.subList(0, steps.size() - 1), pairs, 0, 0, last, Grammar.LEVEL);
        }
        throw notAPath(text, "'" + last + "' names no value; write an element as in REF[BM]-02 or a pair as in LIN/LT");
    }

    private static List<Step> steps(String text, String[] parts) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < parts.length - 1; i++) {
            Matcher step = STEP.matcher(parts[i]);
            if (!step.matches()) {
                throw notAPath(text, "'" + parts[i] + "' is no segment such as N1[ST]");
            }
            steps.add(Step.of(step));
        }
        return steps;
    }

    /**
     * This path, blind to inner loops with this identifier: what such a loop's first segment says is said of that loop
     * alone, not of the loop around it and so not of the loop beside it.
     */
    public X12Path notInto(String loopId) {
        return new X12Path(text, loops, segment, element, component, qualifier, loopId);
    }

    /** The first value in document order; empty when there is none or it is {@code ""}. */
    public Optional<Value> first(Loop loop) {
        List<Value> all = all(loop);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    /** All values in document order, those that are {@code ""} left out. */
    public List<Value> all(Loop loop) {
        List<Loop> scopes = List.of(loop);
        for (Step step : loops) {
            scopes = scopes.stream()
                    .flatMap(scope -> scope.loops().stream())
                    .filter(inner -> inner.id().equals(step.id()) && step.matches(inner.first()))
                    .toList();
        }
        List<Value> values = new ArrayList<>();
        for (Loop scope : scopes) {
            for (Segment own : scope.segments()) {
                addValues(own, values);
            }
            for (Loop inner : scope.loops()) {
                if (!inner.id().equals(Grammar.LEVEL) && !inner.id().equals(closed)) {
                    addValues(inner.first(), values);
                }
            }
        }
        values.sort((a, b) -> Integer.compare(a.segment().number(), b.segment().number()));
        return values;
    }

    /** The path as it was written. */
    @Override
    public String toString() {
        return text;
    }

    private void addValues(Segment candidate, List<Value> values) {
        if (!candidate.is(segment.id()) || !segment.matches(candidate)) {
            return;
        }
        if (qualifier.isEmpty()) {
            addValue(candidate, element, values);
            return;
        }
        for (int at : Grammar.standard().pairs(segment.id())) {
            if (candidate.element(at).equals(qualifier)) {
                addValue(candidate, at + 1, values);
            }
        }
    }

    private void addValue(Segment candidate, int number, List<Value> values) {
        String value = component == 0 ? candidate.element(number) : candidate.component(number, component);
        if (!value.isEmpty()) {
            values.add(new Value(value, candidate, number, component));
        }
    }

    private static IllegalArgumentException notAPath(String text, String why) {
        return new IllegalArgumentException("'" + text + "' is no path: " + why);
    }

    /** A segment by its identifier and, where told, by the value of one of its elements. */
    private record Step(String id, int element, String value) {
        static Step of(Matcher matcher) {
            int element = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
            return new Step(matcher.group(1), element, matcher.group(3) == null ? "" : matcher.group(3));
        }

        boolean matches(Segment segment) {
            return value.isEmpty() || segment.element(element).equals(value);
        }
    }
}
