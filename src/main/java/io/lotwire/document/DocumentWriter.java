package io.lotwire.document;

import io.lotwire.edi.segment.Delimiters;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.write.Envelope;
import io.lotwire.edi.write.Written;
import io.lotwire.lot.EventSource;
import io.lotwire.lot.LotEvent;
import io.lotwire.partner.Correspondence;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Subscription;
import io.lotwire.partner.Subscription.Format;
import io.lotwire.partner.Subscription.Send;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.writing.Edition;
import io.lotwire.writing.EventDocument;
import io.lotwire.writing.EventDocument.Numbered;
import io.lotwire.writing.WritingFault;
import io.lotwire.writing.WritingMapping;
import io.lotwire.writing.WritingMappings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes lot events as the document that a subscription asks for. It looks at nothing but what it is given and the
 * out-mappings that it was made with: the same events, profiles, numbers and time give the same bytes.
 */
public final class DocumentWriter {
    /** UNB01: ISO 8859-1, syntax version 3. */
    private static final String EDIFACT = "UNOC:3";

    private final WritingMappings mappings;
    private final Templates templates;

    /**
     * @param mappings the out-mappings
     * @param folder the folder of mappings, where templates are
     */
    public DocumentWriter(WritingMappings mappings, Path folder) {
        this.mappings = mappings;
        this.templates = new Templates(folder);
    }

    /** A writer with the good out-mappings of a folder. */
    public static DocumentWriter load(Path folder) {
        return new DocumentWriter(WritingMappings.load(folder), folder);
    }

    /**
     * Writes a document.
     *
     * @param events what happened, as we know it; the partner's tables are applied here
     * @param us the gateway's owner
     * @param partner who gets it
     * @param subscription one of the partner's
     * @param written when it is written
     * @param out where it is written; it stays open
     * @throws IOException when the events cannot be read, or the stream fails
     */
    public DocumentOutcome write(
            EventSource events,
            Profile us,
            Profile partner,
            Subscription subscription,
            DocumentNumbers numbers,
            Instant written,
            OutputStream out)
            throws IOException {
        Send send = subscription.send();
        Wording wording = new Wording(partner.tables(), send.format());
        switch (send.format()) {
            case EVENTS -> oneByOne(events, wording, new LotEventLines(out));
            case LOT_CSV -> oneByOne(events, wording, new LotCsv(out));
            case EPCIS -> oneByOne(events, wording, new EpcisWriting(out, written, EpcisWriting.id(events)));
            default -> {
                return whole(
                        events,
                        wording,
                        new Correspondence(us.identity(), partner.identity(), subscription.usage()),
                        send,
                        numbers,
                        written,
                        out);
            }
        }
        return wording.refuses()
                ? new DocumentOutcome.Refused(wording.problems())
                : new DocumentOutcome.Document(wording.problems());
    }

    /** Formats that need not know all events to write one. */
    private static void oneByOne(EventSource events, Wording wording, LotEventWriter writer) throws IOException {
        try (writer) {
            events.forEach(event -> {
                LotEvent told = wording.of(event);
                // Nobody gets what is refused, but all reasons are wanted.
                if (!wording.refuses()) {
                    writer.write(told);
                }
            });
        }
    }

    /** Formats that need all events in memory. */
    private DocumentOutcome whole(
            EventSource events,
            Wording wording,
            Correspondence between,
            Send send,
            DocumentNumbers numbers,
            Instant written,
            OutputStream out)
            throws IOException {
        if (events.count() > send.format().mostEvents()) {
            return new DocumentOutcome.Refused(List.of(fault("These are " + events.count() + " events, and one "
                    + send.format().word() + " holds " + send.format().mostEvents()
                    + " at most: they were not split when this delivery was made; choose another format in the"
                    + " subscription, then release it (lotwire parked release).")));
        }
        List<LotEvent> told = new ArrayList<>(events.count());
        events.forEach(event -> told.add(wording.of(event)));
        if (wording.refuses()) {
            return new DocumentOutcome.Refused(wording.problems());
        }
        List<Problem> reasons = send.format() == Format.TEMPLATE
                ? templates.write(send.mapping(), told, numbers.document(), written, out)
                : interchange(told, between, send, numbers, written, out);
        return reasons.isEmpty()
                ? new DocumentOutcome.Document(wording.problems())
                : new DocumentOutcome.Refused(Stream.concat(wording.problems().stream(), reasons.stream())
                        .toList());
    }

    /** What this writes a format's documents by; empty where no file says how they are, or the file does not work. */
    public Optional<Edition> edition(Send send) {
        return send.format() == Format.TEMPLATE
                ? templates.edition(send.mapping())
                : mappings.named(send.mapping())
                        .map(mapping -> new Edition(mapping.name(), mapping.edition(), mapping.text()));
    }

    /** Answers why it is not written; nothing when it is. */
    private List<Problem> interchange(
            List<LotEvent> events,
            Correspondence between,
            Send send,
            DocumentNumbers numbers,
            Instant written,
            OutputStream out)
            throws IOException {
        Syntax syntax = send.format().syntax().orElseThrow();
        Optional<WritingMapping> mapping = mappings.named(send.mapping());
        if (mapping.isEmpty()) {
            return List.of(fault("There is no working out-mapping '" + send.mapping()
                    + "': mend it, then release this delivery (lotwire parked release)."));
        }
        if (!between.from().hasAddress(syntax) || !between.to().hasAddress(syntax)) {
            return List.of(fault("The owner's profile and the partner's both need an address under 'identity."
                    + (syntax == Syntax.X12 ? "x12" : "edifact")
                    + "': add it, then release this delivery (lotwire parked release)."));
        }
        Written outcome = EventDocument.write(
                mapping.get(),
                send.style(),
                events,
                numbered(between, send, numbers, written),
                send.conventions().grammar(),
                send.conventions().parser());
        if (outcome instanceof Written.Interchange interchange) {
            out.write(interchange.bytes());
            return List.of();
        }
        return ((Written.Refused) outcome).problems();
    }

    private static Numbered numbered(Correspondence between, Send send, DocumentNumbers numbers, Instant written) {
        if (send.format().syntax().orElseThrow() == Syntax.EDIFACT) {
            Delimiters delimiters = send.delimiters() == null ? Delimiters.EDIFACT : send.delimiters();
            Envelope envelope = between.edifact(delimiters, EDIFACT, written, numbers.interchange());
            return new Numbered(envelope, "", "", numbers.group(), numbers.document());
        }
        Delimiters delimiters = send.delimiters() == null ? Delimiters.USUAL : send.delimiters();
        return new Numbered(
                between.x12(delimiters, written, numbers.interchange()),
                between.from().x12().application(),
                between.to().x12().application(),
                numbers.group(),
                numbers.document());
    }

    private static Problem fault(String message) {
        return Problem.error(WritingFault.EVENTS_DO_NOT_FIT, Place.inFile(""), message);
    }
}
