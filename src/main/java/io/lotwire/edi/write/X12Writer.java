package io.lotwire.edi.write;

import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.segment.Delimiters;
import io.lotwire.edi.segment.Element;
import io.lotwire.problem.Place;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

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

    private final Envelope envelope;
    private final Delimiters delimiters;
    private final StringBuilder text = new StringBuilder();
    private final X12WritingChecks checks;
    private int segments;
    private int groups;
    private int sets;
    private int segmentsBeforeSet;
    private String version = "";
    private String setId = "";
    private String groupControl = "";
    private String setControl = "";
    private boolean groupOpen;
    private boolean setOpen;

    /** Begins an interchange by the standard. */
    public X12Writer(Envelope envelope) {
        this(envelope, Grammar.standard());
    }

    /**
     * Begins an interchange.
     *
     * @param grammar the standard, perhaps with the guides of who gets it: codes that they allow in a set may be written in it
     */
    public X12Writer(Envelope envelope, Grammar grammar) {
        this.envelope = envelope;
        this.delimiters = envelope.delimiters();
        this.checks = new X12WritingChecks(delimiters, grammar, this::place);
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
        groupControl = checks.number(controlNumber, "GS", 6);
        checks.fits("GS", 1, functionalId, 2, 2);
        checks.fits("GS", 2, sender, 2, 15);
        checks.fits("GS", 3, receiver, 2, 15);
        checks.fits("GS", 8, groupVersion, 1, 12);
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
        return set(id, controlNumber, "");
    }

    /**
     * Begins a transaction set that follows a guide.
     *
     * @param convention ST03, the guide's name, {@code ""} for none
     */
    public X12Writer set(String id, String controlNumber, String convention) {
        endSet();
        if (!groupOpen) {
            throw new IllegalStateException("a transaction set needs a group: call group() first");
        }
        sets++;
        setOpen = true;
        setId = id;
        setControl = controlNumber;
        segmentsBeforeSet = segments;
        return segment("ST", id, controlNumber, convention);
    }

    /** True when a value has neither a delimiter of this interchange nor a control character. */
    public boolean canWrite(String value) {
        return checks.canWrite(value);
    }

    /** Writes a segment; trailing empty elements are left out. */
    public X12Writer segment(String id, String... elements) {
        return segment(id, List.of(elements).stream().map(Element::of).toList());
    }

    /** Writes a segment with composite or repeated elements; trailing empty ones and components are left out. */
    public X12Writer segment(String id, List<Element> elements) {
        int last = elements.size();
        while (last > 0 && elements.get(last - 1).isEmpty()) {
            last--;
        }
        List<Element> sent = elements.subList(0, last);
        checks.segment(id, sent, setId, version);
        segments++;
        text.append(id);
        for (Element element : sent) {
            text.append(delimiters.element());
            append(element);
        }
        endSegment();
        return this;
    }

    /** Ends the interchange: its bytes, or every value that does not fit. */
    public Written end() {
        endGroup();
        write("IEA", List.of(String.valueOf(groups), padded(envelope.controlNumber())));
        return checks.problems().isEmpty()
                ? new Written.Interchange(text.toString().getBytes(StandardCharsets.UTF_8))
                : new Written.Refused(checks.problems());
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
        checks.delimiters(envelope.version());
        checks.fits("ISA", 5, envelope.senderQualifier(), 2, 2);
        checks.fits("ISA", 6, envelope.sender(), 1, 15);
        checks.fits("ISA", 7, envelope.receiverQualifier(), 2, 2);
        checks.fits("ISA", 8, envelope.receiver(), 1, 15);
        checks.fits("ISA", 12, envelope.version(), 5, 5);
        checks.fits("ISA", 15, envelope.usage(), 1, 1);
        checks.number(envelope.controlNumber(), "ISA", 13);
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

    private static String padded(int controlNumber) {
        return String.format(Locale.ROOT, "%09d", controlNumber);
    }

    private void append(Element element) {
        boolean further = false;
        for (List<String> components : element.repetitions()) {
            if (further) {
                text.append(delimiters.repetition());
            }
            further = true;
            appendComponents(components);
        }
    }

    private void appendComponents(List<String> components) {
        int last = components.size();
        while (last > 1 && components.get(last - 1).isEmpty()) {
            last--;
        }
        for (int i = 0; i < last; i++) {
            if (i > 0) {
                text.append(delimiters.component());
            }
            text.append(components.get(i));
        }
    }

    private void write(String id, List<String> elements) {
        segments++;
        text.append(id);
        for (String element : elements) {
            text.append(delimiters.element()).append(element);
        }
        endSegment();
    }

    private void endSegment() {
        text.append(delimiters.segment());
        if (envelope.lines() && !delimiters.segment().equals("\n")) {
            text.append('\n');
        }
    }

    /** The segment that is being checked is the next to be written. */
    private Place place(String id, int element) {
        return new Place(
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
    }
}
