package io.lotwire.edi.check;

import io.lotwire.edi.bytes.Count;
import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.grammar.Condition;
import io.lotwire.edi.grammar.ElementRule;
import io.lotwire.edi.grammar.ElementType;
import io.lotwire.edi.grammar.ElementUse;
import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.grammar.SegmentRule;
import io.lotwire.edi.plan.Keys;
import io.lotwire.edi.segment.ElementPlace;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.SegmentId;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.problem.Severity;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the elements of a segment against its rule: presence, number, length, characters, codes, dates, times, check
 * digits, components and repetitions, and the conditions among them.
 */
public final class ElementChecks {
    /** Date, time or period, and its format (UN/EDIFACT C507). */
    private static final String DATE = "2380";

    private static final String DATE_FORMAT = "2379";

    private static final Set<ElementType> NUMBERS = EnumSet.of(ElementType.N, ElementType.R, ElementType.ND);

    private final String version;
    private final Findings findings;
    private List<ElementUse> segmentUses = List.of();
    private boolean beyondAscii;
    private boolean beyondLevel;

    public ElementChecks(String version, Findings findings) {
        this.version = version;
        this.findings = findings;
    }

    public void check(Segment segment, SegmentRule rule) {
        if (segment.packedId() == SegmentId.BIN) {
            binary(segment);
            return;
        }
        List<ElementUse> uses = rule.elements();
        segmentUses = uses;
        beyondAscii = segment.isBeyondAscii();
        long present = 0;
        for (int i = 0; i < uses.size(); i++) {
            ElementUse use = uses.get(i);
            ElementPlace place = new ElementPlace(segment, i + 1, 0, 0);
            notePadding(place);
            if (!segment.isEmpty(i + 1)) {
                present |= Condition.bit(i + 1);
                noteGuess(place);
                element(place, use);
            } else if (use.required()) {
                missing(place, use.rule());
            }
        }
        conditions(new ElementPlace(segment, 0, 0, 0), rule.id(), uses, rule.conditions(), present);
        keys(segment, uses);
        int last = segment.elementCount();
        while (last > uses.size() && segment.isEmpty(last)) {
            last--;
        }
        if (last > uses.size()) {
            tell(
                    Fault.ELEMENT_TOO_MANY,
                    new ElementPlace(segment, uses.size() + 1, 0, 0),
                    "",
                    segment.id() + " has " + uses.size() + " elements, but " + last
                            + " came; leave out what comes after the last.");
        }
    }

    /** BIN02 (785) is as many bytes of any kind as BIN01 (784) says, so nothing else can be said of them. */
    private void binary(Segment bin) {
        int came = bin.elementLength(2);
        if (Count.of(bin.element(1)) != came || bin.elementCount() > 2) {
            findings.element(
                    Fault.BINARY_LENGTH_WRONG,
                    bin,
                    1,
                    "784",
                    "BIN01 states '" + bin.element(1) + "' bytes, but BIN02 has " + came
                            + " up to where the segment ends; count the bytes between BIN01's separator and the terminator.");
        }
    }

    private void missing(ElementPlace place, ElementRule rule) {
        fault(Fault.ELEMENT_MISSING, place, rule, " is empty, but it must be there; send it.");
    }

    /**
     * Says of each broken condition which elements break it, of each element once.
     *
     * @param whole the segment, or the composite, that the conditions are of
     */
    private void conditions(
            ElementPlace whole, String id, List<ElementUse> uses, List<Condition> conditions, long present) {
        long said = 0;
        for (Condition condition : conditions) {
            long broken = condition.broken(present) & ~said;
            said |= broken;
            boolean excluded = condition.kind() == Condition.Kind.E;
            for (int number : Condition.list(broken)) {
                fault(
                        excluded ? Fault.ELEMENT_EXCLUDED : Fault.CONDITIONAL_ELEMENT_MISSING,
                        whole.part(number),
                        uses.get(number - 1).rule(),
                        (excluded ? " is there, but " : " is empty, but ") + condition.sentence(id) + ".");
            }
        }
    }

    private void element(ElementPlace place, ElementUse use) {
        ElementRule rule = use.rule();
        if (use.most() == 0) {
            fault(Fault.ELEMENT_NOT_USED, place, rule, " is not used in this document; leave it out.");
            return;
        }
        List<String> repetitions = place.segment().repetitions(place.element());
        if (repetitions.size() > 1 && use.most() == 1) {
            fault(
                    Fault.REPETITION_TOO_MANY,
                    place,
                    rule,
                    " holds '" + place.segment().delimiters().repetition() + "', the repetition separator of this"
                            + " interchange, but does not repeat; send one value.");
            return;
        }
        if (repetitions.size() > use.most()) {
            fault(
                    Fault.REPETITION_TOO_MANY,
                    place,
                    rule,
                    " comes " + repetitions.size() + " times, but at most " + use.most() + " times are allowed.");
        }
        for (int i = 0; i < repetitions.size(); i++) {
            ElementPlace one = use.most() == 1 ? place : place.repetition(i + 1);
            if (rule.isComposite()) {
                composite(one, rule, place.segment().components(repetitions.get(i)));
            } else {
                simple(one, rule, repetitions.get(i));
            }
        }
    }

    private void noteGuess(ElementPlace place) {
        if (beyondAscii
                && !findings.hasForm(Fault.CHARACTERS_GUESSED)
                && place.segment().isGuess(place.element())) {
            findings.form(
                    Fault.CHARACTERS_GUESSED,
                    place,
                    " is in another character set than the interchange states, and was read as '" + place.text()
                            + "', and so wherever else that is so in this interchange; send UTF-8"
                            + (place.segment().syntax() == Syntax.EDIFACT
                                    ? " under UNOY or UNOW, or state in UNB01 what is sent."
                                    : "."));
        }
    }

    private void notePadding(ElementPlace place) {
        if (!findings.hasForm(Fault.VALUES_PADDED) && place.segment().isPadded(place.element())) {
            findings.form(
                    Fault.VALUES_PADDED,
                    place,
                    " ends in blanks, which carry no meaning and were taken off, here and wherever else values of this"
                            + " interchange end in them; leave them out.");
        }
    }

    private void composite(ElementPlace place, ElementRule rule, List<String> components) {
        List<ElementUse> uses = rule.components();
        long present = 0;
        for (int i = 0; i < uses.size(); i++) {
            String value = i < components.size() ? components.get(i) : "";
            if (!value.isEmpty()) {
                present |= Condition.bit(i + 1);
                value(place.component(i + 1), uses.get(i).rule(), value);
            } else if (uses.get(i).required()) {
                missing(place.component(i + 1), uses.get(i).rule());
            }
        }
        conditions(place, rule.reference(), uses, rule.conditions(), present);
        qualified(place, uses, components);
        if (components.size() > uses.size()) {
            fault(
                    Fault.COMPONENT_TOO_MANY,
                    place,
                    rule,
                    " has " + uses.size() + " components, but " + components.size()
                            + " came; leave out what comes after the last.");
        }
    }

    /** Keys and dates of EDIFACT, which an element beside them qualifies. */
    private void qualified(ElementPlace place, List<ElementUse> uses, List<String> components) {
        int count = Math.min(uses.size(), components.size());
        for (int i = 0; i < count; i++) {
            ElementRule rule = uses.get(i).rule();
            String value = components.get(i);
            ElementPlace part = place.component(i + 1);
            if (!value.isEmpty() && rule.reference().equals(DATE)) {
                DateCheck.fault(beside(DATE_FORMAT, uses, components), value)
                        .ifPresent(wrong ->
                                fault(Fault.DATE_INVALID, part, rule, " is '" + value + "', which " + wrong + "."));
            }
            Grammar.keyQualifiers(rule.reference()).forEach((qualifier, kinds) -> {
                String beside = beside(qualifier, uses, components);
                String code = beside.isEmpty() ? before(qualifier, place) : beside;
                Keys.fault(kinds.get(code), value)
                        .ifPresent(wrong -> fault(
                                Fault.CHECK_DIGIT_WRONG, part, rule, " is '" + value + "', which " + wrong + "."));
            });
        }
    }

    /** What the component with a number holds; {@code ""} where there is none. */
    private static String beside(String reference, List<ElementUse> uses, List<String> components) {
        for (int i = 0; i < Math.min(uses.size(), components.size()); i++) {
            if (uses.get(i).rule().reference().equals(reference)) {
                return components.get(i);
            }
        }
        return "";
    }

    /** What the simple element with a number holds that stands before an element; {@code ""} where there is none. */
    private String before(String reference, ElementPlace place) {
        for (int i = place.element() - 1; i >= 1; i--) {
            if (segmentUses.get(i - 1).rule().reference().equals(reference)) {
                return place.segment().element(i);
            }
        }
        return "";
    }

    private void simple(ElementPlace place, ElementRule rule, String repetition) {
        List<String> components = place.segment().components(repetition);
        if (components.size() > 1) {
            fault(
                    Fault.COMPONENT_TOO_MANY,
                    place,
                    rule,
                    " holds '" + place.segment().delimiters().component()
                            + "', the component separator of this interchange, but has no components; send the value"
                            + " without it.");
        } else {
            value(place, rule, components.get(0));
        }
    }

    private void value(ElementPlace place, ElementRule rule, String value) {
        Optional<ElementFormat.Mismatch> mismatch = ElementFormat.fault(rule, value)
                .filter(found -> !isAboutCode(found.fault()) || ElementFormat.fits(rule, value));
        if (mismatch.isPresent()) {
            fault(
                    mismatch.get().fault(),
                    place,
                    rule,
                    " is '" + value + "', which " + mismatch.get().explanation() + ".");
        } else if (!rule.isAllowed(value)) {
            length(place, rule, value);
            noteSign(place, rule, value);
        }
        if (beyondAscii) {
            character(place, rule, value);
        }
    }

    /** Characters beyond ASCII where the syntax level has none (ISO 9735, levels A and B) are told once of a message. */
    private void character(ElementPlace place, ElementRule rule, String value) {
        if (!beyondLevel
                && place.segment().statesAscii()
                && value.chars().anyMatch(c -> c >= 0x80 && !Character.isISOControl(c))) {
            beyondLevel = true;
            fault(
                    Fault.CHARACTER_INVALID,
                    place,
                    rule,
                    " is '" + value + "', but the syntax identifier in UNB01 is one for ASCII alone; send one that has"
                            + " such characters, such as UNOC or UNOY. Further ones of this message are not listed.");
        }
    }

    private void noteSign(ElementPlace place, ElementRule rule, String value) {
        if (value.startsWith("+") && NUMBERS.contains(rule.type()) && !findings.hasForm(Fault.SIGN_NOT_NEEDED)) {
            findings.form(
                    Fault.SIGN_NOT_NEEDED,
                    place,
                    " is '" + value
                            + "', a number with a plus sign, which the standard has not; it and others like it in"
                            + " this interchange were read without it. Leave it out.");
        }
    }

    private static boolean isAboutCode(Fault fault) {
        return fault == Fault.CODE_INVALID || fault == Fault.CODE_NOT_USED;
    }

    private void length(ElementPlace place, ElementRule rule, String value) {
        ElementRule.Length allowed = rule.length();
        int length = ElementFormat.length(rule, value);
        if (length > allowed.most()) {
            fault(
                    Fault.ELEMENT_TOO_LONG,
                    place,
                    rule,
                    " has " + length + " characters, at most " + allowed.most() + " are allowed in " + version
                            + "; shorten it.");
        } else if (length < allowed.least()) {
            fault(
                    Fault.ELEMENT_TOO_SHORT,
                    place,
                    rule,
                    " has " + length + " characters, at least " + allowed.least() + " are needed in " + version
                            + "; send the whole value.");
        }
    }

    /** GS1 keys, where the element before says that there is one. */
    private void keys(Segment segment, List<ElementUse> uses) {
        for (int i = 1; i < uses.size(); i++) {
            Keys keys = Keys.of(uses.get(i - 1).rule().reference());
            if (keys != null) {
                ElementPlace place = new ElementPlace(segment, i + 1, 0, 0);
                ElementRule rule = uses.get(i).rule();
                keys.fault(segment.element(i), segment.element(i + 1))
                        .ifPresent(wrong -> fault(
                                Fault.CHECK_DIGIT_WRONG,
                                place,
                                rule,
                                " is '" + place.text() + "', which " + wrong + "."));
            }
        }
    }

    private void fault(Fault fault, ElementPlace place, ElementRule rule, String predicate) {
        tell(fault, place, rule.reference(), place.name() + " (" + rule.name() + ")" + predicate);
    }

    private void tell(Fault fault, ElementPlace place, String reference, String message) {
        if (GoodsPlaces.mayLose(fault, place, reference, version)) {
            findings.element(
                    fault,
                    Severity.ERROR,
                    place,
                    reference,
                    message + " Values may stand one place off here, so that another lot or product would be read than"
                            + " was meant.");
        } else {
            findings.element(fault, place, reference, message);
        }
    }
}
