package io.lotwire.x12;

import io.lotwire.x12.grammar.ElementRule;
import io.lotwire.x12.grammar.ElementUse;
import io.lotwire.x12.grammar.SegmentRule;
import java.util.List;

/** Checks the elements of a segment against its rule: presence, number, length, characters, codes, dates and times. */
final class ElementChecks {
    private final String version;
    private final Findings findings;

    ElementChecks(String version, Findings findings) {
        this.version = version;
        this.findings = findings;
    }

    void check(Segment segment, SegmentRule rule) {
        List<ElementUse> uses = rule.elements();
        for (int i = 0; i < uses.size(); i++) {
            ElementUse use = uses.get(i);
            if (!segment.isEmpty(i + 1)) {
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
        characters(segment, element, rule, value);
        length(segment, element, rule, value);
        if (!rule.codes().isEmpty() && !rule.codes().contains(value)) {
            fault(
                    Fault.CODE_INVALID,
                    segment,
                    element,
                    rule,
                    " is '" + value + "', which is no code of element " + rule.reference()
                            + "; send one of its codes.");
        }
    }

    private void characters(Segment segment, int element, ElementRule rule, String value) {
        switch (rule.type()) {
            case N -> {
                if (!value.matches("-?\\d+")) {
                    fault(
                            Fault.CHARACTER_INVALID,
                            segment,
                            element,
                            rule,
                            " is '" + value + "', which is no whole number; send digits only.");
                }
            }
            case R -> {
                if (!value.matches("-?(\\d+\\.?\\d*|\\.\\d+)([eE]-?\\d+)?")) {
                    fault(
                            Fault.CHARACTER_INVALID,
                            segment,
                            element,
                            rule,
                            " is '" + value + "', which is no number; send digits, with a point where one is needed.");
                }
            }
            case DT -> {
                if (!Calendar.isDate(value)) {
                    fault(
                            Fault.DATE_INVALID,
                            segment,
                            element,
                            rule,
                            " is '" + value + "', which is no date; send CCYYMMDD.");
                }
            }
            case TM -> {
                if (!Calendar.isTime(value)) {
                    fault(
                            Fault.TIME_INVALID,
                            segment,
                            element,
                            rule,
                            " is '" + value + "', which is no time; send HHMM or HHMMSS.");
                }
            }
            case AN, ID, B -> {
                if (value.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
                    fault(
                            Fault.CHARACTER_INVALID,
                            segment,
                            element,
                            rule,
                            " holds a control character; send printable characters only.");
                }
            }
        }
    }

    private void length(Segment segment, int element, ElementRule rule, String value) {
        ElementRule.Length length = rule.length(version);
        int characters =
                switch (rule.type()) {
                    case N, R ->
                        (int) value.chars().filter(c -> c >= '0' && c <= '9').count();
                    case DT, TM -> length.least();
                    case AN, ID, B -> value.codePointCount(0, value.length());
                };
        if (characters > length.most()) {
            fault(
                    Fault.ELEMENT_TOO_LONG,
                    segment,
                    element,
                    rule,
                    " has " + characters + " characters, at most " + length.most() + " are allowed in " + version
                            + "; shorten it.");
        } else if (characters < length.least() && characters > 0) {
            fault(
                    Fault.ELEMENT_TOO_SHORT,
                    segment,
                    element,
                    rule,
                    " has " + characters + " characters, at least " + length.least() + " are needed in " + version
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
