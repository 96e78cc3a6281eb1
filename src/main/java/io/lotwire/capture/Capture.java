package io.lotwire.capture;

import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.Source;
import io.lotwire.mapping.MappingFault;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One reading of a file of lot events or scans. Each event is given as soon as it is read, and they count when there is no error in the
 * outcome. In memory are one entry, the problems, and some 50 bytes for each event.
 */
public final class Capture {
    private final CaptureKind kind;
    private final CapturedFile file;
    private final Consumer<LotEvent> events;
    private final Faults faults;
    private final LotEventFields lotEvents;
    private final ScanFields scans;
    private final SharedParts shared = new SharedParts();
    private DocumentFields document = DocumentFields.NONE;
    private Identities identities;
    private int stated;

    private Capture(CaptureKind kind, CapturedFile file, Consumer<LotEvent> events) {
        this.kind = kind;
        this.file = file;
        this.events = events;
        this.faults = new Faults(file.name());
        TimeFields times = new TimeFields(file);
        this.lotEvents = new LotEventFields(times);
        this.scans = new ScanFields(times);
    }

    /**
     * What a file said beside its events.
     *
     * @param documentNumber the document's number; {@code ""} when it has none
     * @param purpose what it means to do with what was said before
     * @param problems what is wrong with it; with an error among them no event of it counts
     */
    public record Outcome(String documentNumber, Purpose purpose, List<Problem> problems) {
        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads a file to its end.
     *
     * @param bytes the file, which the caller closes
     * @param events is given each event, in the order of the file
     * @throws IOException when the file cannot be read
     */
    public static Outcome read(CaptureKind kind, CapturedFile file, InputStream bytes, Consumer<LotEvent> events)
            throws IOException {
        Capture capture = new Capture(kind, file, events);
        capture.read(new EntryCutter(bytes));
        return new Outcome(capture.document.number(), capture.document.purpose(), capture.faults.problems());
    }

    private void read(EntryCutter entries) throws IOException {
        try {
            boolean first = true;
            for (Optional<Entry> entry = entries.next(); entry.isPresent(); entry = entries.next()) {
                Optional<Fields> fields = EntryJson.read(entry.get(), faults);
                if (fields.isPresent()) {
                    read(fields.get(), first);
                }
                first = false;
            }
        } catch (EntryCutter.Broken broken) {
            faults.error(broken.at(), "", CaptureFault.JSON_INVALID, broken.getMessage());
        }
        if (stated == 0 && faults.errors() == 0 && document.purpose() != Purpose.CANCEL) {
            faults.warning(
                    MappingFault.NOTHING_STATED,
                    "The document states no goods, so it gives no lot events: check that it is whole.");
        }
    }

    private void read(Fields fields, boolean first) {
        if (first && kind == CaptureKind.LOT_EVENTS && fields.has(DocumentFields.NAME)) {
            document = DocumentFields.read(fields);
            return;
        }
        stated++;
        int before = faults.errors();
        Source source = source(fields.entry());
        LotEventFields.Stated read =
                kind == CaptureKind.SCANS ? scans.read(fields, source) : lotEvents.read(fields, document, source);
        LotEvent event = shared.in(read.event());
        checkLot(fields, event);
        if (faults.errors() == before) {
            give(fields, new LotEventFields.Stated(read.id(), event));
        }
    }

    private Source source(Entry entry) {
        return new Source(
                file.partner(),
                kind.document(),
                "",
                "",
                "",
                "",
                file.sha256(),
                entry.number(),
                entry.offset(),
                (int) entry.length(),
                "");
    }

    private void checkLot(Fields fields, LotEvent event) {
        boolean isOfGoods = event.item().gtin() != null || !event.item().ids().isEmpty();
        if (file.lotRequired() && isOfGoods && event.lot() == null) {
            fields.error("", MappingFault.LOT_REQUIRED, MappingFault.LOT_REQUIRED_SENTENCE);
        }
    }

    private void give(Fields fields, LotEventFields.Stated read) {
        if (identities == null) {
            String number = document.number().isEmpty() ? file.sha256() : document.number();
            identities = new Identities(file.partner(), kind.document(), number);
        }
        LotEvent event = identities.identify(read);
        SendersIds.Use use = read.id().isEmpty() ? SendersIds.Use.FIRST : identities.note(read.id(), event.eventId());
        if (use == SendersIds.Use.OTHER) {
            fields.error(
                    kind == CaptureKind.SCANS ? "id" : "eventId",
                    CaptureFault.ID_USED_TWICE,
                    "The same id stands before in this file, at something else: give each its own.");
        } else if (use == SendersIds.Use.FIRST) {
            events.accept(event);
        }
    }
}
