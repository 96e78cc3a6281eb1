package io.lotwire.smooks;

import io.lotwire.lot.LotEvent;
import io.lotwire.mapping.MappingFault;
import io.lotwire.mapping.Origin;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.apache.daffodil.japi.DataLocation;
import org.apache.daffodil.japi.Diagnostic;
import org.smooks.api.ExecutionContext;
import org.smooks.api.SmooksException;
import org.smooks.api.io.Source;
import org.smooks.cartridges.dfdl.parser.DfdlParser;
import org.smooks.io.source.StreamSource;

/**
 * One reading of a file by a configuration, whoever runs Smooks: it filters {@link #source} in {@link #context}, {@link
 * #failed} hears what it throws, and {@link #outcome} ends the reading. Not for several threads.
 *
 * <p>Each event is given as soon as Smooks has read what it is of; only those of a document with levels wait for its end.
 * They count when there is no error in the outcome. In memory is what Smooks holds for one element that it binds, all
 * levels of a document that has such, and 18 to 36 bytes for each event made.
 */
public final class SmooksReading implements Closeable {
    private final SmooksMapping mapping;
    private final FileBytes file;
    private final String name;
    private final FileFaults faults = new FileFaults();
    private final RecordPlaces places;
    private final ExecutionContext context;
    private final Statements statements;
    private final SmooksRun run;
    private InputStream bytes;
    private boolean failed;

    SmooksReading(
            SmooksMapping mapping,
            FileBytes file,
            Origin origin,
            String document,
            boolean lotRequired,
            Consumer<LotEvent> events) {
        this.mapping = mapping;
        this.file = file;
        this.name = origin.file();
        this.places = new RecordPlaces(file, mapping.parameters());
        this.statements = new Statements(mapping, file, places, origin, document, lotRequired, events, faults);
        this.context = mapping.smooks().createExecutionContext();
        this.run = SmooksRun.observe(context, mapping, name, statements, faults);
    }

    /** What Smooks is to remember of this reading. */
    public ExecutionContext context() {
        return context;
    }

    /**
     * The file, from its first byte on.
     *
     * @throws IOException when it cannot be read
     */
    public Source source() throws IOException {
        bytes = new WholeRecords(
                file.open(), mapping.parameters().recordEnd(), SmooksMapping.LARGEST_FILE, faults::unreadable);
        return new StreamSource<>(bytes);
    }

    /** Smooks gave up, and this is why. */
    public void failed(Throwable thrown) {
        failed = true;
        if (!(thrown instanceof SmooksException)) {
            faults.add(Problem.error(
                    MappingFault.MAPPING_FAILED,
                    Place.inFile(name),
                    "The mapping " + mapping.stamp() + " failed: " + Sentence.of(thrown)));
            return;
        }
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof WholeRecords.TooLarge) {
                faults.add(Problem.error(
                        SmooksFault.FILE_TOO_LARGE,
                        Place.inFile(name),
                        "The file has " + at.getMessage() + ": ask the sender for smaller files."));
                return;
            }
        }
        notAsDescribed(thrown);
    }

    private void notAsDescribed(Throwable thrown) {
        long offset = offset();
        faults.add(Problem.error(
                SmooksFault.RECORD_INVALID,
                new Place(name, "", "", "", 0, "", 0, 0, 0, offset),
                "The file is not as the mapping " + mapping.stamp() + " describes it"
                        + (offset < 0
                                ? ""
                                : ", from this byte on" + lineAndColumn(offset) + " or in the record before it")
                        + ": "
                        + Sentence.of(thrown)
                        + ". Ask the sender to mend it, or describe in the mapping what they send."));
    }

    /** Where a byte is for a person, in files whose records are lines: {@code  (line 3, column 7)}, both from 1. */
    private String lineAndColumn(long offset) {
        if (mapping.parameters().recordEnd() != '\n') {
            return "";
        }
        int line = 1;
        int column = 1;
        try (InputStream in = new BufferedInputStream(file.open())) {
            for (long at = 0; at < offset; at++) {
                boolean ends = in.read() == '\n';
                line += ends ? 1 : 0;
                column = ends ? 1 : column + 1;
            }
        } catch (IOException e) {
            faults.unreadable(e);
            return "";
        }
        return " (line " + line + ", column " + column + ")";
    }

    /** The first byte that Daffodil could not read, -1 when it does not say. */
    private long offset() {
        List<Diagnostic> diagnostics = context.get(DfdlParser.DIAGNOSTICS_TYPED_KEY);
        if (diagnostics == null) {
            return -1;
        }
        for (Diagnostic diagnostic : diagnostics) {
            for (DataLocation location : diagnostic.getDataLocations()) {
                return location.bytePos1b() - 1;
            }
        }
        return -1;
    }

    /**
     * Ends the reading.
     *
     * @return what was said beside the events
     * @throws IOException when the file could not be read, which says nothing of what is in it
     */
    public SmooksMapping.Outcome outcome() throws IOException {
        if (!failed) {
            end();
        }
        faults.rethrow();
        return new SmooksMapping.Outcome(statements.firstNumber(), statements.firstPurpose(), faults.problems());
    }

    private void end() {
        try {
            run.endDocument();
            if (statements.count() == 0 && !faults.haveError()) {
                faults.add(Problem.warning(
                        MappingFault.NOTHING_STATED,
                        Place.inFile(name),
                        "The document states no goods, so it gives no lot events: check that it is whole."));
            }
        } catch (StackOverflowError | RuntimeException defect) {
            failed(defect);
        }
    }

    @Override
    public void close() throws IOException {
        places.close();
        if (bytes != null) {
            bytes.close();
        }
    }
}
