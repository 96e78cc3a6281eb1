package io.lotwire.edi.write;

import io.lotwire.edi.check.ElementFormat;
import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.grammar.Condition;
import io.lotwire.edi.grammar.ElementRule;
import io.lotwire.edi.grammar.ElementUse;
import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.grammar.SegmentRule;
import io.lotwire.edi.segment.Delimiters;
import io.lotwire.edi.segment.Element;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Checks what is to be written in X12, and gathers every value that does not fit. */
final class X12WritingChecks {
    private static final int MOST_CONTROL_NUMBER = 999_999_999;

    private final Delimiters delimiters;
    private final SegmentRules rules;
    private final WritingPlaces places;
    private final List<Problem> problems = new ArrayList<>();

    X12WritingChecks(Delimiters delimiters, Grammar grammar, WritingPlaces places) {
        this.delimiters = delimiters;
        this.rules = new SegmentRules(grammar);
        this.places = places;
    }

    /** What does not fit, so far. */
    List<Problem> problems() {
        return problems;
    }

    /** True when a value has neither a delimiter nor a control character. */
    boolean canWrite(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (delimiters.reserve(value.charAt(i))) {
                return false;
            }
        }
        return !ElementFormat.hasControlCharacter(value);
    }

    /** Checks the delimiters themselves, and that they are those of the interchange's version (ISA12). */
    void delimiters(String version) {
        if (!delimiters.areWritable(Syntax.X12)) {
            refuse(
                    Fault.DELIMITERS_COLLIDE,
                    "ISA",
                    16,
                    "The delimiters must be different ASCII characters, no letters, digits or blanks; choose others.");
        }
        boolean mustRepeat = version.compareTo(Envelope.REPEATING) >= 0;
        if (mustRepeat != (delimiters.repetition() != Delimiters.NONE)) {
            refuse(
                    Fault.VALUE_INVALID,
                    "ISA",
                    11,
                    "Version " + version + (mustRepeat ? " needs a" : " has no")
                            + " repetition separator; change the delimiters or the version.");
        }
    }

    /**
     * Checks a segment by its grammar, where there is one, and that no value holds a delimiter.
     *
     * @param set the set that it is in, {@code ""} outside of one
     * @param version that of the group
     */
    void segment(String id, List<Element> elements, String set, String version) {
        for (int i = 0; i < elements.size(); i++) {
            for (List<String> components : elements.get(i).repetitions()) {
                for (String component : components) {
                    isClean(id, i + 1, component);
                }
            }
        }
        SegmentRule known = rules.of(id, set, version);
        if (known == null) {
            return;
        }
        List<ElementUse> uses = known.elements();
        long present = 0;
        for (int i = 0; i < uses.size(); i++) {
            boolean empty = i >= elements.size() || elements.get(i).isEmpty();
            ElementRule rule = uses.get(i).rule();
            if (!empty) {
                present |= Condition.bit(i + 1);
                for (List<String> components : elements.get(i).repetitions()) {
                    fits(id, i + 1, rule, components, version);
                }
            } else if (uses.get(i).required()) {
                refuse(Fault.VALUE_MISSING, id, i + 1, name(id, i + 1) + " (" + rule.name() + ") must be given.");
            }
        }
        for (Condition condition : known.conditions()) {
            long broken = condition.broken(present);
            if (broken != 0) {
                refuse(
                        condition.kind() == Condition.Kind.E ? Fault.VALUE_INVALID : Fault.VALUE_MISSING,
                        id,
                        Long.numberOfTrailingZeros(broken),
                        "In " + id + " " + condition.sentence(id) + ".");
            }
        }
        if (elements.size() > uses.size()) {
            refuse(
                    Fault.VALUE_INVALID,
                    id,
                    uses.size() + 1,
                    id + " has " + uses.size() + " elements, but " + elements.size() + " were given; give fewer.");
        }
    }

    private void isClean(String id, int element, String value) {
        if (!canWrite(value)) {
            refuse(
                    Fault.DELIMITER_IN_DATA,
                    id,
                    element,
                    name(id, element) + " is '" + value.replaceAll("\\p{Cntrl}", "?")
                            + "', which holds a control character or one of the delimiters "
                            + delimiters.printable() + "; change the value, or choose other delimiters for this"
                            + " partner.");
        }
    }

    void fits(String id, int element, String value, int least, int most) {
        isClean(id, element, value);
        if (value.length() > most) {
            refuse(
                    Fault.VALUE_TOO_LONG,
                    id,
                    element,
                    name(id, element) + " is '" + value + "', but at most " + most + " characters fit; shorten it.");
        } else if (value.length() < least || value.isBlank()) {
            refuse(
                    Fault.VALUE_MISSING,
                    id,
                    element,
                    name(id, element) + " is '" + value + "', but needs " + least + " characters or more.");
        }
    }

    String number(int value, String id, int element) {
        if (value < 1 || value > MOST_CONTROL_NUMBER) {
            refuse(
                    Fault.VALUE_INVALID,
                    id,
                    element,
                    name(id, element) + " is " + value + "; a control number is 1 to " + MOST_CONTROL_NUMBER + ".");
        }
        return String.valueOf(value);
    }

    private void refuse(Fault fault, String id, int element, String message) {
        problems.add(Problem.error(fault, places.of(id, element), message));
    }

    private static String name(String id, int element) {
        return id + (element < 10 ? "0" : "") + element;
    }

    /** Checks whether a value fits an element of a version. */
    private void fits(String id, int element, ElementRule rule, List<String> components, String version) {
        if (rule.isComposite() || !canWrite(components)) {
            return;
        }
        String value = components.get(0);
        if (components.size() > 1) {
            refuse(
                    Fault.VALUE_INVALID,
                    id,
                    element,
                    name(id, element) + " has no components, but " + components.size() + " were given.");
        }
        ElementFormat.fault(rule, value)
                .ifPresent(fault -> refuse(
                        Fault.VALUE_INVALID,
                        id,
                        element,
                        name(id, element) + " (" + rule.name() + ") is '" + value + "', which " + fault.explanation()
                                + "."));
        int length = ElementFormat.length(rule, value);
        ElementRule.Length allowed = rule.length();
        if (length > allowed.most() && !rule.isAllowed(value)) {
            refuse(
                    Fault.VALUE_TOO_LONG,
                    id,
                    element,
                    name(id, element) + " (" + rule.name() + ") is '" + value + "', " + length
                            + " characters, but at most " + allowed.most() + " fit in version " + version
                            + "; shorten it, or send it in an element that holds it.");
        }
    }

    private boolean canWrite(List<String> components) {
        for (String component : components) {
            if (!canWrite(component)) {
                return false;
            }
        }
        return true;
    }
}
