package io.lotwire.x12;

import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.x12.grammar.ElementRule;
import io.lotwire.x12.grammar.ElementUse;
import io.lotwire.x12.grammar.Grammar;
import io.lotwire.x12.grammar.SegmentRule;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes one EDIFACT interchange: UNA, counts and trailers are computed, delimiters in data are released, references and
 * times are the caller's. A value that does not fit its element, or cannot be written in the interchange's character set, is
 * refused, with all others of its kind, at {@link #end()}; nothing is ever cut short.
 *
 * <p>What is open is ended by what begins next. One writer serves one interchange and one thread.
 */
public final class EdifactWriter {
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);

    private final Envelope envelope;
    private final Delimiters delimiters;
    private final Charset charset;
    private final CharsetEncoder encoder;
    private final StringBuilder text = new StringBuilder();
    private final List<Problem> problems = new ArrayList<>();
    private int segments;
    private int messages;
    private int segmentsBeforeMessage;
    private String directory = Grammar.directory("");
    private String reference = "";
    private boolean open;

    /**
     * Begins an interchange.
     *
     * @param envelope with a release character among its delimiters; {@link Envelope#version} is UNB01.1 and UNB01.2, such as
     *     {@code UNOC:3}
     */
    public EdifactWriter(Envelope envelope) {
        this.envelope = envelope;
        this.delimiters = envelope.delimiters();
        Charset told = Dialect.edifact(delimiters, level()).charset();
        this.charset = told == null ? StandardCharsets.US_ASCII : told;
        this.encoder = charset.newEncoder();
        header();
    }

    private String level() {
        return envelope.version().split(":", 2)[0];
    }

    private String syntaxVersion() {
        String[] parts = envelope.version().split(":", 2);
        return parts.length > 1 ? parts[1] : "";
    }

    private boolean isVersion4() {
        return syntaxVersion().equals("4");
    }

    private void header() {
        delimitersAreUsable();
        boolean repeats = delimiters.repetition() != Delimiters.NONE;
        text.append("UNA")
                .append(delimiters.component())
                .append(delimiters.element())
                .append('.')
                .append(delimiters.release())
                .append(repeats ? delimiters.repetition() : ' ')
                .append(delimiters.segment());
        endLine();
        fits("UNB", 2, envelope.sender(), 35);
        fits("UNB", 3, envelope.receiver(), 35);
        segment(
                "UNB",
                List.of(
                        Element.composite(level(), syntaxVersion()),
                        party(envelope.senderQualifier(), envelope.sender()),
                        party(envelope.receiverQualifier(), envelope.receiver()),
                        Element.composite(
                                (isVersion4() ? DATE : SHORT_DATE).format(envelope.time()),
                                TIME.format(envelope.time())),
                        Element.of(String.valueOf(envelope.controlNumber())),
                        Element.of(""),
                        Element.of(""),
                        Element.of(""),
                        Element.of(envelope.acknowledgmentRequested() ? "1" : ""),
                        Element.of(""),
                        Element.of(envelope.usage().equals("T") ? "1" : "")));
    }

    private static Element party(String qualifier, String id) {
        return Element.composite(id, qualifier);
    }

    private void delimitersAreUsable() {
        String all = "" + delimiters.element() + delimiters.component() + delimiters.release() + delimiters.segment();
        boolean ascii = all.chars().allMatch(c -> c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c));
        if (!ascii || delimiters.segment().length() != 1 || delimiters.collide()) {
            refuse(
                    Fault.DELIMITERS_COLLIDE,
                    "UNA",
                    0,
                    "The delimiters, the release character among them, must be different ASCII characters, no letters,"
                            + " digits or blanks; choose others.");
        }
        if (!Dialect.knows(level()) || !syntaxVersion().matches("[1-4]")) {
            refuse(
                    Fault.VALUE_INVALID,
                    "UNB",
                    1,
                    "The syntax is '" + envelope.version() + "'; give an identifier and a version, such as UNOC:3.");
        }
        if (delimiters.repetition() != Delimiters.NONE && !isVersion4()) {
            refuse(
                    Fault.VALUE_INVALID,
                    "UNB",
                    1,
                    "Syntax " + envelope.version()
                            + " has no repetition separator; change the delimiters or the version.");
        }
    }

    /**
     * Begins a message.
     *
     * @param messageReference UNH01 (0062), one to 14 characters
     * @param identifier UNH02 (S009), such as {@code Element.composite("DESADV", "D", "96A", "UN", "EAN005")}
     */
    public EdifactWriter message(String messageReference, Element identifier) {
        endMessage();
        messages++;
        open = true;
        reference = messageReference;
        directory = Grammar.directory(identifier.component(1, 2) + identifier.component(1, 3));
        segmentsBeforeMessage = segments;
        return segment("UNH", List.of(Element.of(messageReference), identifier));
    }

    /** Writes a segment of simple elements; trailing empty elements are left out. */
    public EdifactWriter segment(String id, String... elements) {
        return segment(id, List.of(elements).stream().map(Element::of).toList());
    }

    /** Writes a segment; trailing empty elements and components are left out. */
    public EdifactWriter segment(String id, List<Element> elements) {
        int last = elements.size();
        while (last > 0 && elements.get(last - 1).isEmpty()) {
            last--;
        }
        List<Element> sent = elements.subList(0, last);
        check(id, sent);
        segments++;
        text.append(id);
        for (Element element : sent) {
            text.append(delimiters.element()).append(join(element));
        }
        text.append(delimiters.segment());
        endLine();
        return this;
    }

    /** Ends the interchange: its bytes, or every value that does not fit. */
    public Written end() {
        endMessage();
        segment("UNZ", String.valueOf(messages), String.valueOf(envelope.controlNumber()));
        return problems.isEmpty()
                ? new Written.Interchange(text.toString().getBytes(charset))
                : new Written.Refused(problems);
    }

    private void endMessage() {
        if (open) {
            open = false;
            segment("UNT", String.valueOf(segments - segmentsBeforeMessage + 1), reference);
        }
    }

    private void endLine() {
        if (envelope.lines()) {
            text.append('\n');
        }
    }

    private String join(Element element) {
        return element.repetitions().stream()
                .map(this::joinComponents)
                .collect(Collectors.joining(String.valueOf(delimiters.repetition())));
    }

    private String joinComponents(List<String> components) {
        return sent(components).stream()
                .map(this::released)
                .collect(Collectors.joining(String.valueOf(delimiters.component())));
    }

    /** What is sent: trailing empty components are left out. */
    private static List<String> sent(List<String> components) {
        int last = components.size();
        while (last > 1 && components.get(last - 1).isEmpty()) {
            last--;
        }
        return components.subList(0, last);
    }

    /** A value with the release character before each delimiter in it. */
    private String released(String value) {
        StringBuilder released = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (delimiters.reserve(c)) {
                released.append(delimiters.release());
            }
            released.append(c);
        }
        return released.toString();
    }

    private void check(String id, List<Element> elements) {
        Optional<SegmentRule> known = Grammar.standard().segment(id, directory);
        for (int i = 0; i < elements.size(); i++) {
            boolean described = known.isPresent() && i < known.get().elements().size();
            ElementUse use = described ? known.get().elements().get(i) : null;
            for (List<String> components : elements.get(i).repetitions()) {
                check(id, i + 1, sent(components), use);
            }
        }
        if (known.isEmpty()) {
            return;
        }
        List<ElementUse> uses = known.get().elements();
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

    private void check(String id, int element, List<String> components, ElementUse use) {
        for (String component : components) {
            isClean(id, element, component);
        }
        if (use == null || components.stream().allMatch(String::isEmpty)) {
            return;
        }
        List<ElementUse> parts = use.rule().isComposite() ? use.rule().components() : List.of(use);
        for (int i = 0; i < parts.size(); i++) {
            String value = i < components.size() ? components.get(i) : "";
            int component = use.rule().isComposite() ? i + 1 : 0;
            if (!value.isEmpty()) {
                value(id, element, component, value, parts.get(i).rule());
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

    private void value(String id, int element, int component, String value, ElementRule rule) {
        ElementFormat.fault(rule, value)
                .filter(fault -> fault.fault() != Fault.CHARACTER_INVALID || !ElementFormat.hasControlCharacter(value))
                .ifPresent(fault -> refuse(
                        Fault.VALUE_INVALID,
                        id,
                        element,
                        name(id, element, component) + " (" + rule.name() + ") is '" + value + "', which "
                                + fault.explanation() + "."));
        if (ElementFormat.length(rule, value) > rule.length().most()) {
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

    private void fits(String id, int element, String value, int most) {
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
                            + "', which holds a character that " + level()
                            + " does not have; change the value, or choose another syntax identifier, such as UNOY for"
                            + " UTF-8.");
        }
    }

    /** The segment that is being checked is the next to be written. */
    private void refuse(Fault fault, String id, int element, String message) {
        Place place = new Place(
                "",
                String.valueOf(envelope.controlNumber()),
                "",
                open ? reference : "",
                segments + 1,
                id,
                element,
                0,
                0,
                -1);
        problems.add(Problem.error(fault, place, message));
    }

    private static String name(String id, int element, int component) {
        return id + (element < 10 ? "0" : "") + element + (component > 0 ? "." + component : "");
    }
}
