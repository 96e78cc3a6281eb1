package io.lotwire.edi.write;

import io.lotwire.edi.check.ElementFormat;
import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.grammar.ElementRule;
import io.lotwire.edi.grammar.ElementUse;
import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.grammar.SegmentRule;
import io.lotwire.edi.segment.Delimiters;
import io.lotwire.edi.segment.Dialect;
import io.lotwire.edi.segment.Element;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.problem.Problem;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.List;

/** Checks what is to be written in EDIFACT, and gathers every value that does not fit. */
final class EdifactWritingChecks {
    private final Delimiters delimiters;
    private final String level;
    private final CharsetEncoder encoder;
    private final SegmentRules rules;
    private final WritingPlaces places;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * @param level the syntax identifier (UNB01.1), such as {@code UNOC}
     * @param charset its character set
     */
    EdifactWritingChecks(Delimiters delimiters, String level, Charset charset, Grammar grammar, WritingPlaces places) {
        this.delimiters = delimiters;
        this.level = level;
        this.encoder = charset.newEncoder();
        this.rules = new SegmentRules(grammar);
        this.places = places;
    }

    /** What does not fit, so far. */
    List<Problem> problems() {
        return problems;
    }

    /** Checks the delimiters themselves, and that they are those of the interchange's syntax (UNB01), such as {@code UNOC:3}. */
    void delimiters(String syntax) {
        String[] parts = syntax.split(":", 2);
        String version = parts.length > 1 ? parts[1] : "";
        if (!delimiters.areWritable(Syntax.EDIFACT)) {
            refuse(
                    Fault.DELIMITERS_COLLIDE,
                    "UNA",
                    0,
                    "The delimiters, the release character among them, must be different ASCII characters, no letters,"
                            + " digits or blanks; choose others.");
        }
        if (!Dialect.knows(parts[0], version)) {
            refuse(
                    Fault.VALUE_INVALID,
                    "UNB",
                    1,
                    "The syntax is '" + syntax + "'; give an identifier and a version, such as UNOC:3.");
        }
        if (delimiters.repetition() != Delimiters.NONE && !version.equals("4")) {
            refuse(
                    Fault.VALUE_INVALID,
                    "UNB",
                    1,
                    "Syntax " + syntax + " has no repetition separator; change the delimiters or the version.");
        }
    }

    /**
     * Checks a segment by its grammar, where there is one, and that every value can be written.
     *
     * @param message the message that it is in, {@code ""} outside of one
     */
    void segment(String id, List<Element> elements, String message, String directory) {
        SegmentRule known = rules.of(id, message, directory);
        for (int i = 0; i < elements.size(); i++) {
            boolean described = known != null && i < known.elements().size();
            ElementUse use = described ? known.elements().get(i) : null;
            for (List<String> components : elements.get(i).repetitions()) {
                composite(id, i + 1, sent(components), use, directory);
            }
        }
        if (known == null) {
            return;
        }
        List<ElementUse> uses = known.elements();
        for (int i = 0; i < uses.size(); i++) {
            if (uses.get(i).required()
                    && (i >= elements.size() || elements.get(i).isEmpty())) {
                missing(id, i + 1, 0, uses.get(i).rule());
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

    private void composite(String id, int element, List<String> components, ElementUse use, String directory) {
        for (String component : components) {
            isClean(id, element, component);
        }
        if (use == null || areEmpty(components)) {
            return;
        }
        List<ElementUse> parts = use.rule().isComposite() ? use.rule().components() : List.of(use);
        for (int i = 0; i < parts.size(); i++) {
            String value = i < components.size() ? components.get(i) : "";
            int component = use.rule().isComposite() ? i + 1 : 0;
            if (!value.isEmpty()) {
                value(id, element, component, value, parts.get(i).rule(), directory);
            } else if (parts.get(i).required()) {
                missing(id, element, component, parts.get(i).rule());
            }
        }
        if (components.size() > parts.size()) {
            refuse(
                    Fault.VALUE_INVALID,
                    id,
                    element,
                    name(id, element, 0) + " has " + parts.size() + " components, but " + components.size()
                            + " were given; give fewer.");
        }
    }

    private static boolean areEmpty(List<String> components) {
        for (String component : components) {
            if (!component.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private void value(String id, int element, int component, String value, ElementRule rule, String directory) {
        ElementFormat.fault(rule, value)
                .filter(fault -> fault.fault() != Fault.CHARACTER_INVALID || !ElementFormat.hasControlCharacter(value))
                .ifPresent(fault -> refuse(
                        Fault.VALUE_INVALID,
                        id,
                        element,
                        name(id, element, component) + " (" + rule.name() + ") is '" + value + "', which "
                                + fault.explanation() + "."));
        if (ElementFormat.length(rule, value) > rule.length().most() && !rule.isAllowed(value)) {
            refuse(
                    Fault.VALUE_TOO_LONG,
                    id,
                    element,
                    name(id, element, component) + " (" + rule.name() + ") is '" + value + "', but at most "
                            + rule.length().most() + " characters fit in " + directory
                            + "; shorten it, or send it in an element that holds it.");
        }
    }

    private void missing(String id, int element, int component, ElementRule rule) {
        refuse(
                Fault.VALUE_MISSING,
                id,
                element,
                name(id, element, component) + " (" + rule.name() + ") must be given.");
    }

    void fits(String id, int element, String value, int most) {
        if (value.isBlank()) {
            refuse(Fault.VALUE_MISSING, id, element, name(id, element, 1) + " must be given.");
        } else if (value.length() > most) {
            refuse(
                    Fault.VALUE_TOO_LONG,
                    id,
                    element,
                    name(id, element, 1) + " is '" + value + "', but at most " + most + " characters fit; shorten it.");
        }
    }

    private void isClean(String id, int element, String value) {
        if (ElementFormat.hasControlCharacter(value) || !encoder.canEncode(value)) {
            refuse(
                    Fault.VALUE_INVALID,
                    id,
                    element,
                    name(id, element, 0) + " is '" + value.replaceAll("\\p{Cntrl}", "?")
                            + "', which holds a character that " + level
                            + " does not have; change the value, or choose another syntax identifier, such as UNOY for"
                            + " UTF-8.");
        }
    }

    /** What is sent: trailing empty components are left out. */
    static List<String> sent(List<String> components) {
        int last = components.size();
        while (last > 1 && components.get(last - 1).isEmpty()) {
            last--;
        }
        return components.subList(0, last);
    }

    private void refuse(Fault fault, String id, int element, String message) {
        problems.add(Problem.error(fault, places.of(id, element), message));
    }

    private static String name(String id, int element, int component) {
        return id + (element < 10 ? "0" : "") + element + (component > 0 ? "." + component : "");
    }
}
