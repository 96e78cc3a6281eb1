package io.lotwire.edi.tree;

import io.lotwire.edi.grammar.Condition;
import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.SegmentId;
import io.lotwire.edi.segment.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
 * <tr><td>{@code LIN/*}</td><td>the value of any pair whose qualifier no other path of the same table asks for</td></tr>
 * <tr><td>{@code N1[ST]/N4-01}</td><td>element 1 of N4 in the inner loop that opens with N1*ST</td></tr>
 * <tr><td>{@code DTM[137]-01.2}</td><td>component 2 of element 1 of a DTM whose element 1 is 137, or in EDIFACT begins with
 * component 137</td></tr>
 * <tr><td>{@code DTM[036]-02}</td><td>element 2 of a DTM whose element 1 is 036; in X12, where that is empty, its element 6,
 * which states the date in the form that element 5 names</td></tr>
 * <tr><td>{@code NAD[02.3=9]-02.1}</td><td>component 1 of element 2 of a NAD whose component 3 of element 2 is 9</td></tr>
 * <tr><td>{@code PIA[1]/NB}</td><td>in EDIFACT, of the composites of a PIA whose element 1 is 1, the first component where
 * the second is NB</td></tr>
 * <tr><td>{@code PCI[36E]/GIN[BX]-02}</td><td>element 2 of GIN in the group that opens with PCI+36E</td></tr>
 * </table>
 *
 * <p>A path is evaluated on a {@link Loop} and sees the loop's own segments and the segments that open its inner loops,
 * in document order; it does not see inner levels (HL, CPS), nor loops that {@link #notInto} names.
 */
public final class X12Path {
    /** Stands for every qualifier that is not asked for by name. */
    public static final String OTHERS = "*";

    private static final String SEGMENT = "([A-Z][A-Z0-9]{1,2})(?:\\[(?:(\\d{2})(?:\\.(\\d{1,2}))?=)?([^\\]]+)\\])?";
    private static final Pattern STEP = Pattern.compile(SEGMENT);
    private static final Pattern ELEMENT = Pattern.compile(SEGMENT + "-(\\d{2})(?:\\.(\\d{1,2}))?");
    private static final Pattern QUALIFIER = Pattern.compile("[A-Z0-9]{1,3}|\\*");
    private static final Pattern SLASH = Pattern.compile("/(?![^\\[]*\\])");

    private static final int DTM = SegmentId.of("DTM");

    private final String text;
    private final List<Step> loops;
    private final Step segment;
    private final int element;
    private final int component;
    private final String qualifier;
    private final boolean others;
    private final String closed;
    private final long pairs;
    private final List<Integer> composites;
    private PathTable onlyFirst;
    private PathTable each;

    private X12Path(
            String text, List<Step> loops, Step segment, int element, int component, String qualifier, String closed) {
        this.text = text;
        this.loops = loops;
        this.segment = segment;
        this.element = element;
        this.component = component;
        this.qualifier = qualifier;
        this.others = qualifier.equals(OTHERS);
        this.closed = closed;
        this.pairs = qualifier.isEmpty() ? 0 : bits(Grammar.standard().pairs(segment.id()));
        this.composites = qualifier.isEmpty() ? List.of() : Grammar.standard().qualifiedComposites(segment.id());
    }

    private static long bits(List<Integer> elements) {
        return elements.stream().mapToLong(Condition::bit).reduce(0, (some, one) -> some | one);
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
            int component = element.group(6) == null ? 0 : Integer.parseInt(element.group(6));
            int number = Integer.parseInt(element.group(5));
            if (number == 0 || (component == 0 && element.group(6) != null)) {
                throw notAPath(text, "elements and components are counted from 1");
            }
            return new X12Path(text, steps(text, parts), Step.of(element), number, component, "", Grammar.LEVEL);
        }
        if (parts.length > 1 && QUALIFIER.matcher(last).matches()) {
            List<Step> steps = steps(text, parts);
            Step pairs = steps.get(steps.size() - 1);
            if (Grammar.standard().pairs(pairs.id()).isEmpty()
                    && Grammar.standard().qualifiedComposites(pairs.id()).isEmpty()) {
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
        if (onlyFirst == null) {
            PathTable.Builder table = new PathTable.Builder();
            table.first(this);
            onlyFirst = table.build();
        }
        return Optional.ofNullable(onlyFirst.find(loop).first(0));
    }

    /** All values in document order, those that are {@code ""} left out. */
    public List<Value> all(Loop loop) {
        if (each == null) {
            PathTable.Builder table = new PathTable.Builder();
            table.all(this);
            each = table.build();
        }
        PathFindings found = each.find(loop);
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < found.count(); i++) {
            values.add(found.value(i));
        }
        return values;
    }

    /** The segment that the path ends in, such as {@code REF}. */
    public String segmentId() {
        return segment.id();
    }

    /** The segments that the path leads through, and at last the one that it ends in: of N1[ST]/N4-01, N1 and N4. */
    public List<String> segmentIds() {
        return Stream.concat(loops.stream(), Stream.of(segment)).map(Step::id).toList();
    }

    /** Is told of an element or component. */
    public interface Used {
        /**
         * One was used.
         *
         * @param component 0 for the whole element
         */
        void element(Segment segment, int element, int component);
    }

    /** Tells by what a value was found, beside its own place: its qualifier, and what the segments on the way must be. */
    public void usedFor(Value value, Used used) {
        if (!qualifier.isEmpty() && value.segment().syntax() == Syntax.X12) {
            used.element(value.segment(), value.element() - 1, 0);
        } else if (!qualifier.isEmpty()) {
            used.element(value.segment(), value.element(), 2);
        }
        segment.usedIn(value.segment(), used);
        boolean opens = value.loop().first().position() == value.segment().position();
        Loop at = opens ? value.loop().parent().orElse(null) : value.loop();
        for (int i = loops.size() - 1; i >= 0 && at != null; i--) {
            loops.get(i).usedIn(at.first(), used);
            at = at.parent().orElse(null);
        }
    }

    /** The path as it was written. */
    @Override
    public String toString() {
        return text;
    }

    /** The loops that the path leads through. */
    List<Step> loops() {
        return loops;
    }

    /** The segment that it ends in. */
    Step segment() {
        return segment;
    }

    /** The element; 0 where a qualifier tells. */
    public int element() {
        return element;
    }

    /** The element that says it in another form where this one is empty, in X12: DTM06 for DTM02; 0 where there is none. */
    int otherForm() {
        return element == 2 && component == 0 && segment.packed() == DTM ? 6 : 0;
    }

    /** The component; 0 for the whole element. */
    public int component() {
        return component;
    }

    /** The qualifier of a value in pairs; {@code ""} where an element is named. */
    String qualifier() {
        return qualifier;
    }

    /** True for the values of all qualifiers that are not asked for by name. */
    public boolean isOfOthers() {
        return others;
    }

    /** The elements, as bits, that hold qualifiers. */
    long pairs() {
        return pairs;
    }

    /** The composites in EDIFACT that hold a value and its qualifier. */
    List<Integer> composites() {
        return composites;
    }

    /** True when the first segment of an inner loop with this identifier is not looked at. */
    boolean isClosedTo(int packedId) {
        return packedId == SegmentId.HL
                || packedId == SegmentId.CPS
                || SegmentId.text(packedId).equals(closed);
    }

    private static IllegalArgumentException notAPath(String text, String why) {
        return new IllegalArgumentException("'" + text + "' is no path: " + why);
    }

    /**
     * A segment by its identifier and, where told, by the value of one of its elements.
     *
     * @param component 0 for the whole element, or in EDIFACT its first component
     * @param first what element 1 must be in X12, as {@link SegmentId} packs it, where that says it all
     */
    record Step(String id, int packed, int element, int component, String value, int first) {
        static Step of(Matcher matcher) {
            int element = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
            int component = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
            String id = matcher.group(1);
            String value = matcher.group(4) == null ? "" : matcher.group(4);
            int first = element == 1 && component == 0 && !value.isEmpty() ? SegmentId.of(value) : SegmentId.NONE;
            return new Step(id, SegmentId.of(id), element, component, value, first);
        }

        void usedIn(Segment segment, Used used) {
            if (!value.isEmpty()) {
                boolean whole = component == 0 && segment.syntax() == Syntax.X12;
                used.element(segment, element, whole ? 0 : Math.max(component, 1));
            }
        }

        boolean matches(Segment segment) {
            if (value.isEmpty()) {
                return true;
            }
            boolean whole = component == 0 && segment.syntax() == Syntax.X12;
            return whole ? segment.is(element, value) : segment.is(element, Math.max(component, 1), value);
        }
    }
}
