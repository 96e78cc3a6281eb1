package io.lotwire.x12;

import io.lotwire.x12.grammar.Condition;
import io.lotwire.x12.grammar.ElementRule;
import io.lotwire.x12.grammar.ElementUse;
import io.lotwire.x12.grammar.SegmentRule;
import java.util.List;
import java.util.Optional;

/**
 * Checks the elements of a segment against its rule: presence, number, length, characters, codes, dates, times, and the
 * conditions among them.
 */
final class ElementChecks {
    private final String version;
    private final Findings findings;

    ElementChecks(String version, Findings findings) {
        this.version = version;
        this.findings = findings;
    }

    void check(Segment segment, SegmentRule rule) {
        List<ElementUse> uses = rule.elements();
        long present = 0;
        for (int i = 0; i < uses.size(); i++) {
            ElementUse use = uses.get(i);
            if (!segment.isEmpty(i + 1)) {
                present |= Condition.bit(i + 1);
                value(segment, i + 1, use.rule());
            } else if (use.required()) {
                findings.element(
                        Fault.ELEMENT_MISSING,
                        segment,
                        i + 1,
                        use.rule().reference(),
                        name(segment, i + 1, use.rule()) + " is empty, but it must be there; send it.");
            }
        }
        conditions(segment, rule, present);
        int last = segment.elementCount();
        while (last > uses.size() && segment.isEmpty(last)) {
            last--;
        }
        if (last > uses.size() && !rule.open()) {
            findings.element(
                    Fault.ELEMENT_TOO_MANY,
                    segment,
                    uses.size() + 1,
                    "",
                    segment.id() + " has " + uses.size() + " elements, but " + last
                            + " came; leave out what comes after the last.");
        }
    }

    private void conditions(Segment segment, SegmentRule rule, long present) {
        long said = 0;
        for (Condition condition : rule.conditions()) {
            long broken = condition.broken(present) & ~said;
            if (broken == 0) {
                continue;
            }
            said |= broken;
            boolean excluded = condition.kind() == Condition.Kind.E;
            for (int element : Condition.list(broken)) {
                fault(
                        excluded ? Fault.ELEMENT_EXCLUDED : Fault.CONDITIONAL_ELEMENT_MISSING,
                        segment,
                        element,
                        rule.elements().get(element - 1).rule(),
                        (excluded ? " is there, but " : " is empty, but ") + condition.sentence(rule.id()) + ".");
            }
        }
    }

    private void value(Segment segment, int element, ElementRule rule) {
        String value = segment.element(element);
        if (rule.isComposite()) {
            return;
        }
        Delimiters delimiters = segment.delimiters();
        if (delimiters.repetition() != Delimiters.NONE && value.indexOf(delimiters.repetition()) >= 0) {
            fault(
                    Fault.REPETITION_TOO_MANY,
                    segment,
                    element,
                    rule,
                    " holds '" + delimiters.repetition() + "', the repetition separator of this interchange, but does"
                            + " not repeat; send one value.");
            return;
        }
        if (value.indexOf(delimiters.component()) >= 0) {
            fault(
                    Fault.COMPONENT_TOO_MANY,
                    segment,
                    element,
                    rule,
                    " holds '" + delimiters.component() + "', the component separator of this interchange, but has no"
                            + " components; send the value without it.");
            return;
        }
        Optional<ElementFormat.Mismatch> mismatch = ElementFormat.fault(rule, value, version)
                .filter(found -> found.fault() != Fault.CODE_INVALID || fits(rule, value));
        if (mismatch.isPresent()) {
            fault(
                    mismatch.get().fault(),
                    segment,
                    element,
                    rule,
                    " is '" + value + "', which " + mismatch.get().explanation() + ".");
        } else {
            length(segment, element, rule, value);
        }
    }

    private boolean fits(ElementRule rule, String value) {
        ElementRule.Length allowed = rule.length();
        int length = ElementFormat.length(rule, value);
        return allowed.least() <= length && length <= allowed.most();
    }

    private void length(Segment segment, int element, ElementRule rule, String value) {
        ElementRule.Length allowed = rule.length();
        int length = ElementFormat.length(rule, value);
        if (length > allowed.most()) {
            fault(
                    Fault.ELEMENT_TOO_LONG,
                    segment,
                    element,
                    rule,
                    " has " + length + " characters, at most " + allowed.most() + " are allowed in " + version
                            + "; shorten it.");
        } else if (length < allowed.least()) {
            fault(
                    Fault.ELEMENT_TOO_SHORT,
                    segment,
                    element,
                    rule,
                    " has " + length + " characters, at least " + allowed.least() + " are needed in " + version
                            + "; send the whole value.");
        }
    }

    private void fault(Fault fault, Segment segment, int element, ElementRule rule, String predicate) {
        findings.element(fault, segment, element, rule.reference(), name(segment, element, rule) + predicate);
    }

    private static String name(Segment segment, int element, ElementRule rule) {
        return segment.id() + (element < 10 ? "0" : "") + element + " (" + rule.name() + ")";
    }
}
