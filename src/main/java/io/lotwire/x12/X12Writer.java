package io.lotwire.x12;

import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.x12.grammar.Condition;
import io.lotwire.x12.grammar.ElementRule;
import io.lotwire.x12.grammar.ElementUse;
import io.lotwire.x12.grammar.Grammar;
import io.lotwire.x12.grammar.SegmentRule;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes one interchange: counts and trailers are computed, control numbers and times are the caller's. A value that
 * holds a delimiter or does not fit its element is refused, with all others of its kind, at {@link #end()}; nothing is
 * ever cut short. Text is written in UTF-8.
 *
 * <p>Groups and sets follow one another: what is open is ended by what begins next. One writer serves one interchange
 * and one thread.
 */
public final class X12Writer {
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);
    private static final int MOST_CONTROL_NUMBER = 999_999_999;

    private final Envelope envelope;
    private final Delimiters delimiters;
    private final StringBuilder text = new StringBuilder();
    private final List<Problem> problems = new ArrayList<>();
    private int segments;
    private int groups;
    private int sets;
    private int segmentsBeforeSet;
    private String version = "";
    private String groupControl = "";
    private String setControl = "";
    private boolean groupOpen;
    private boolean setOpen;

    /** Begins an interchange. */
    public X12Writer(Envelope envelope) {
        this.envelope = envelope;
        this.delimiters = envelope.delimiters();
        header();
    }

    /** The version of the open group (GS08), {@code ""} before the first. */
    public String version() {
        return version;
    }

    /**
     * Begins a functional group.
     *
     * @param functionalId GS01, such as {@code SH}
     * @param sender GS02
     * @param receiver GS03
     * @param controlNumber GS06, 1 to 999999999
     * @param groupVersion GS08, such as {@code 004010}
     */
    public X12Writer group(
            String functionalId, String sender, String receiver, int controlNumber, String groupVersion) {
        endGroup();
        groups++;
        sets = 0;
        groupOpen = true;
        version = groupVersion;
        groupControl = number(controlNumber, "GS", 6);
        fits("GS", 1, functionalId, 2, 2);
        fits("GS", 2, sender, 2, 15);
        fits("GS", 3, receiver, 2, 15);
        fits("GS", 8, groupVersion, 1, 12);
        write(
                "GS",
                List.of(
                        functionalId,
                        sender,
                        receiver,
                        DATE.format(envelope.time()),
                        TIME.format(envelope.time()),
                        groupControl,
                        "X",
                        groupVersion));
        return this;
    }

    /**
     * Begins a transaction set.
     *
     * @param id ST01, such as {@code 856}
     * @param controlNumber ST02, four to nine characters
     */
    public X12Writer set(String id, String controlNumber) {
        endSet();
        if (!groupOpen) {
            throw new IllegalStateException("a transaction set needs a group: call group() first");
        }
        sets++;
        setOpen = true;
        setControl = controlNumber;
        segmentsBeforeSet = segments;
        return segment("ST", id, controlNumber);
    }

    /** True when a value has neither a delimiter of this interchange nor a control character. */
    public boolean canWrite(String value) {
        return value.chars().noneMatch(c -> delimiters.reserve((char) c) || c < ' ' || c == 0x7F);
    }

    /** Writes a segment; trailing empty elements are left out. */
    public X12Writer segment(String id, String... elements) {
        return segment(id, List.of(elements).stream().map(Element::of).toList());
    }

    /** Writes a segment with composite or repeated elements; trailing empty ones are left out. */
    public X12Writer segment(String id, List<Element> elements) {
        int last = elements.size();
        while (last > 0 && elements.get(last - 1).isEmpty()) {
            last--;
        }
        List<Element> sent = elements.subList(0, last);
        check(id, sent);
        write(id, sent.stream().map(this::join).toList());
        return this;
    }

    /** Ends the interchange: its bytes, or every value that does not fit. */
    public Written end() {
        endGroup();
        write("IEA", List.of(String.valueOf(groups), padded(envelope.controlNumber())));
        return problems.isEmpty()
                ? new Written.Interchange(text.toString().getBytes(StandardCharsets.UTF_8))
                : new Written.Refused(problems);
    }

    private void endGroup() {
        endSet();
        if (groupOpen) {
            groupOpen = false;
            write("GE", List.of(String.valueOf(sets), groupControl));
        }
    }

    private void endSet() {
        if (setOpen) {
            setOpen = false;
            write("SE", List.of(String.valueOf(segments - segmentsBeforeSet + 1), setControl));
        }
    }

    private void header() {
        delimitersAreUsable();
        fits("ISA", 5, envelope.senderQualifier(), 2, 2);
        fits("ISA", 6, envelope.sender(), 1, 15);
        fits("ISA", 7, envelope.receiverQualifier(), 2, 2);
        fits("ISA", 8, envelope.receiver(), 1, 15);
        fits("ISA", 12, envelope.version(), 5, 5);
        fits("ISA", 15, envelope.usage(), 1, 1);
        number(envelope.controlNumber(), "ISA", 13);
        boolean repeats = delimiters.repetition() != Delimiters.NONE;
        write(
                "ISA",
                List.of(
                        "00",
                        " ".repeat(10),
                        "00",
                        " ".repeat(10),
                        envelope.senderQualifier(),
                        String.format(Locale.ROOT, "%-15s", envelope.sender()),
                        envelope.receiverQualifier(),
                        String.format(Locale.ROOT, "%-15s", envelope.receiver()),
                        SHORT_DATE.format(envelope.time()),
                        TIME.format(envelope.time()),
                        repeats ? String.valueOf(delimiters.repetition()) : "U",
                        envelope.version(),
                        padded(envelope.controlNumber()),
                        envelope.acknowledgmentRequested() ? "1" : "0",
                        envelope.usage(),
                        String.valueOf(delimiters.component())));
    }

    private void delimitersAreUsable() {
        String all = "" + delimiters.element() + delimiters.component() + delimiters.segment();
        boolean ascii = all.chars().allMatch(c -> c > 0 && c < 0x80 && c != ' ' && !Character.isLetterOrDigit(c));
        if (!ascii || delimiters.segment().length() != 1 || delimiters.collide()) {
            refuse(
                    Fault.DELIMITERS_COLLIDE,
                    "ISA",
                    16,
                    "The delimiters must be different ASCII characters, no letters, digits or blanks; choose others.");
        }
        boolean mustRepeat = envelope.version().compareTo("00402") >= 0;
        if (mustRepeat != (delimiters.repetition() != Delimiters.NONE)) {
            refuse(
                    Fault.VALUE_INVALID,
                    "ISA",
                    11,
                    "Version " + envelope.version() + (mustRepeat ? " needs a" : " has no")
                            + " repetition separator; change the delimiters or the version.");
        }
    }

    private void check(String id, List<Element> elements) {
        for (int i = 0; i < elements.size(); i++) {
            for (List<String> components : elements.get(i).repetitions()) {
                for (String component : components) {
                    isClean(id, i + 1, component);
                }
            }
        }
        Optional<SegmentRule> known = Grammar.standard().segment(id, version);
        if (known.isEmpty()) {
            return;
        }
        List<ElementUse> uses = known.get().elements();
        long present = 0;
        for (int i = 0; i < uses.size(); i++) {
            boolean empty = i >= elements.size() || elements.get(i).isEmpty();
            ElementRule rule = uses.get(i).rule();
            if (!empty) {
                present |= Condition.bit(i + 1);
                elements.get(i).repetitions().forEach(new ElementFit(id, i + 1, rule)::check);
            } else if (uses.get(i).required()) {
                refuse(Fault.VALUE_MISSING, id, i + 1, name(id, i + 1) + " (" + rule.name() + ") must be given.");
            }
        }
        for (Condition condition : known.get().conditions()) {
            long broken = condition.broken(present);
            if (broken != 0) {
                refuse(
                        condition.kind() == Condition.Kind.E ? Fault.VALUE_INVALID : Fault.VALUE_MISSING,
                        id,
                        Long.numberOfTrailingZeros(broken),
                        "In " + id + " " + condition.sentence(id) + ".");
            }
        }
        if (elements.size() > uses.size() && !known.get().open()) {
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

    private void fits(String id, int element, String value, int least, int most) {
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

    private String number(int value, String id, int element) {
        if (value < 1 || value > MOST_CONTROL_NUMBER) {
            refuse(
                    Fault.VALUE_INVALID,
                    id,
                    element,
                    name(id, element) + " is " + value + "; a control number is 1 to " + MOST_CONTROL_NUMBER + ".");
        }
        return String.valueOf(value);
    }

    private static String padded(int controlNumber) {
        return String.format(Locale.ROOT, "%09d", controlNumber);
    }

    private String join(Element element) {
        List<String> repetitions = element.repetitions().stream()
                .map(components -> String.join(String.valueOf(delimiters.component()), components))
                .toList();
        return String.join(String.valueOf(delimiters.repetition()), repetitions);
    }

    private void write(String id, List<String> elements) {
        segments++;
        text.append(id);
        for (String element : elements) {
            text.append(delimiters.element()).append(element);
        }
        text.append(delimiters.segment());
        if (envelope.lines() && !delimiters.segment().equals("\n")) {
            text.append('\n');
        }
    }

    /** The segment that is being checked is the next to be written. */
    private void refuse(Fault fault, String id, int element, String message) {
        Place place = new Place(
                "",
                String.valueOf(envelope.controlNumber()),
                groupControl,
                setOpen ? setControl : "",
                segments + 1,
                id,
                element,
                0,
                0,
                -1);
        problems.add(Problem.error(fault, place, message));
    }

    private static String name(String id, int element) {
        return id + (element < 10 ? "0" : "") + element;
    }

    /** Whether a value fits an element of the open group's version. */
    private final class ElementFit {
        private final String id;
        private final int element;
        private final ElementRule rule;

        ElementFit(String id, int element, ElementRule rule) {
            this.id = id;
            this.element = element;
            this.rule = rule;
        }

        void check(List<String> components) {
            if (rule.isComposite() || !components.stream().allMatch(X12Writer.this::canWrite)) {
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
                            name(id, element) + " (" + rule.name() + ") is '" + value + "', which "
                                    + fault.explanation() + "."));
            int length = ElementFormat.length(rule, value);
            ElementRule.Length allowed = rule.length();
            if (length > allowed.most()) {
                refuse(
                        Fault.VALUE_TOO_LONG,
                        id,
                        element,
                        name(id, element) + " (" + rule.name() + ") is '" + value + "', " + length
                                + " characters, but at most " + allowed.most() + " fit in version " + version
                                + "; shorten it, or send it in an element that holds it.");
            }
        }
    }
}
