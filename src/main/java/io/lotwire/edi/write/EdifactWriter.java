package io.lotwire.edi.write;

import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.segment.Delimiters;
import io.lotwire.edi.segment.Dialect;
import io.lotwire.edi.segment.Element;
import io.lotwire.problem.Place;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

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
    private final StringBuilder text = new StringBuilder();
    private final EdifactWritingChecks checks;
    private int segments;
    private int messages;
    private int segmentsBeforeMessage;
    private String type = "";
    private String directory = Grammar.directory("");
    private String reference = "";
    private boolean open;

    /** Begins an interchange by the standard: {@link #EdifactWriter(Envelope, Grammar)}. */
    public EdifactWriter(Envelope envelope) {
        this(envelope, Grammar.standard());
    }

    /**
     * Begins an interchange.
     *
     * @param envelope with a release character among its delimiters; {@link Envelope#version} is UNB01.1 and UNB01.2, such as
     *     {@code UNOC:3}
     * @param grammar the standard, perhaps with the guides of who gets it: codes that they allow in a message may be written
     *     in it
     */
    public EdifactWriter(Envelope envelope, Grammar grammar) {
        this.envelope = envelope;
        this.delimiters = envelope.delimiters();
        Charset told = Dialect.edifact(delimiters, level()).charset();
        this.charset = told == null ? StandardCharsets.US_ASCII : told;
        this.checks = new EdifactWritingChecks(delimiters, level(), charset, grammar, this::place);
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
        checks.delimiters(envelope.version());
        boolean repeats = delimiters.repetition() != Delimiters.NONE;
        text.append("UNA")
                .append(delimiters.component())
                .append(delimiters.element())
                .append('.')
                .append(delimiters.release())
                .append(repeats ? delimiters.repetition() : ' ')
                .append(delimiters.segment());
        endLine();
        checks.fits("UNB", 2, envelope.sender(), 35);
        checks.fits("UNB", 3, envelope.receiver(), 35);
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
        type = identifier.component(1, 1);
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
        checks.segment(id, sent, type, directory);
        segments++;
        text.append(id);
        for (Element element : sent) {
            text.append(delimiters.element());
            append(element);
        }
        text.append(delimiters.segment());
        endLine();
        return this;
    }

    /** Ends the interchange: its bytes, or every value that does not fit. */
    public Written end() {
        endMessage();
        segment("UNZ", String.valueOf(messages), String.valueOf(envelope.controlNumber()));
        return checks.problems().isEmpty()
                ? new Written.Interchange(text.toString().getBytes(charset))
                : new Written.Refused(checks.problems());
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

    private void append(Element element) {
        boolean further = false;
        for (List<String> components : element.repetitions()) {
            if (further) {
                text.append(delimiters.repetition());
            }
            further = true;
            List<String> sent = EdifactWritingChecks.sent(components);
            for (int i = 0; i < sent.size(); i++) {
                if (i > 0) {
                    text.append(delimiters.component());
                }
                appendReleased(sent.get(i));
            }
        }
    }

    /** A value with the release character before each delimiter in it. */
    private void appendReleased(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (delimiters.reserve(c)) {
                text.append(delimiters.release());
            }
            text.append(c);
        }
    }

    /** The segment that is being checked is the next to be written. */
    private Place place(String id, int element) {
        return new Place(
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
    }
}
