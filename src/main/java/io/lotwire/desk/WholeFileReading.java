package io.lotwire.desk;

import io.lotwire.lot.LotEvent;
import io.lotwire.mapping.Origin;
import io.lotwire.partner.Profile;
import io.lotwire.partner.table.Tables;
import io.lotwire.problem.Problem;
import io.lotwire.problem.RepeatedProblems;
import io.lotwire.smooks.FileBytes;
import io.lotwire.smooks.SmooksMapping;
import io.lotwire.smooks.SmooksReading;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One reading of a file by a Smooks configuration and the sender's tables, whoever runs Smooks. Events are given as they
 * are read; they count when there is no error in the outcome.
 */
public final class WholeFileReading implements Closeable {
    private final SmooksMapping mapping;
    private final SmooksReading bySmooks;
    private final RepeatedProblems misses = new RepeatedProblems();

    WholeFileReading(Handling.ByFileMapping by, FileBytes bytes, ReceivedBytes file, Consumer<LotEvent> events) {
        Profile sender = by.sender();
        Origin origin = new Origin(
                sender.name(), file.name(), file.sha256(), sender.conventions().home());
        this.mapping = by.mapping();
        this.bySmooks = mapping.reading(
                bytes, origin, by.agreed().document(), by.agreed().lotRequired(), event -> {
                    Tables.Told told = sender.tables().received(List.of(event), file.name());
                    told.problems().forEach(misses::add);
                    told.events().forEach(events);
                });
    }

    /** The configuration. */
    public SmooksMapping mapping() {
        return mapping;
    }

    /** What is to be done by Smooks. */
    public SmooksReading bySmooks() {
        return bySmooks;
    }

    /**
     * Ends the reading.
     *
     * @return what was said beside the events
     * @throws IOException when the file could not be read
     */
    public Outcome outcome() throws IOException {
        SmooksMapping.Outcome made = bySmooks.outcome();
        List<Problem> problems = new ArrayList<>(misses.once());
        problems.addAll(made.problems());
        return new Outcome(made.documentNumber(), made.purpose(), problems);
    }

    @Override
    public void close() throws IOException {
        bySmooks.close();
    }
}
