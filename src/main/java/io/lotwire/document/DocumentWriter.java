package io.lotwire.document;

import io.lotwire.edi.segment.Delimiters;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.write.Envelope;
import io.lotwire.edi.write.Written;
import io.lotwire.lot.LotEvent;
import io.lotwire.partner.Correspondence;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Subscription;
import io.lotwire.partner.Subscription.Format;
import io.lotwire.partner.Subscription.Send;
import io.lotwire.partner.table.Tables;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.writing.Edition;
import io.lotwire.writing.EventDocument;
import io.lotwire.writing.EventDocument.Numbered;
import io.lotwire.writing.StandardUnits;
import io.lotwire.writing.WritingFault;
import io.lotwire.writing.WritingMapping;
import io.lotwire.writing.WritingMappings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
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
     */
    public DocumentOutcome write(
            List<LotEvent> events,
            Profile us,
            Profile partner,
            Subscription subscription,
            DocumentNumbers numbers,
            Instant written) {
        Send send = subscription.send();
        Optional<Syntax> syntax = send.format().syntax();
        // The units of EPCIS are those of its standard, whatever the partner calls them elsewhere.
        Tables tables = send.format() == Format.EPCIS ? partner.tables().withoutUnits() : partner.tables();
        Tables.Told inWords = tables.sent(events, syntax.isPresent());
        StandardUnits units = syntax.map(each -> StandardUnits.of(events, inWords.events(), each, tables::nameUnitOf))
                .orElse(new StandardUnits(inWords.events(), List.of()));
        Tables.Told told = new Tables.Told(units.events(), inWords.problems());
        if (!units.problems().isEmpty() || told.problems().stream().anyMatch(Problem::isError)) {
            return refused(told, units.problems());
        }
        if (syntax.isPresent()) {
            Correspondence between = new Correspondence(us.identity(), partner.identity(), subscription.usage());
            return interchange(told, between, send, numbers, written);
        }
        return send.format() == Format.TEMPLATE
                ? templates.write(send.mapping(), told, numbers.document(), written)
                : new DocumentOutcome.Document(plain(send.format(), told.events(), written), told.problems());
    }

    /** What this writes a format's documents by; empty where no file says how they are, or the file does not work. */
    public Optional<Edition> edition(Send send) {
        return send.format() == Format.TEMPLATE
                ? templates.edition(send.mapping())
                : mappings.named(send.mapping())
                        .map(mapping -> new Edition(mapping.name(), mapping.edition(), mapping.text()));
    }

    private DocumentOutcome interchange(
            Tables.Told told, Correspondence between, Send send, DocumentNumbers numbers, Instant written) {
        Syntax syntax = send.format().syntax().orElseThrow();
        Optional<WritingMapping> mapping = mappings.named(send.mapping());
        if (mapping.isEmpty()) {
            return refused(
                    told,
                    List.of(fault("There is no working out-mapping '" + send.mapping()
                            + "': mend it, then make this delivery due again (src/docs/operation/parked.md).")));
        }
        if (!between.from().hasAddress(syntax) || !between.to().hasAddress(syntax)) {
            return refused(
                    told,
                    List.of(fault("The owner's profile and the partner's both need an address under 'identity."
                            + (syntax == Syntax.X12 ? "x12" : "edifact")
                            + "': add it, then make this delivery due again (src/docs/operation/parked.md).")));
        }
        Written outcome = EventDocument.write(
                mapping.get(),
                send.style(),
                told.events(),
                numbered(between, send, numbers, written),
                send.conventions().grammar(),
                send.conventions().parser());
        return outcome instanceof Written.Interchange interchange
                ? new DocumentOutcome.Document(interchange.bytes(), told.problems())
                : refused(told, ((Written.Refused) outcome).problems());
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

    private static DocumentOutcome refused(Tables.Told told, List<Problem> problems) {
        return new DocumentOutcome.Refused(
                Stream.concat(told.problems().stream(), problems.stream()).toList());
    }

    private static Problem fault(String message) {
        return Problem.error(WritingFault.EVENTS_DO_NOT_FIT, Place.inFile(""), message);
    }

    private static byte[] plain(Format format, List<LotEvent> events, Instant written) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (LotEventWriter writer = writer(format, bytes, written)) {
            for (LotEvent event : events) {
                writer.write(event);
            }
        } catch (IOException memoryNeverFails) {
            throw new UncheckedIOException(memoryNeverFails);
        }
        return bytes.toByteArray();
    }

    private static LotEventWriter writer(Format format, ByteArrayOutputStream bytes, Instant written)
            throws IOException {
        return switch (format) {
            case EVENTS -> new LotEventLines(bytes);
            case EPCIS -> new EpcisDocument(bytes, written);
            case LOT_CSV -> new LotCsv(bytes);
            default -> throw new IllegalArgumentException(format + " needs an envelope or a template");
        };
    }
}
