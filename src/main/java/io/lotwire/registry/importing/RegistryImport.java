package io.lotwire.registry.importing;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.problem.ToldProblems;
import io.lotwire.registry.master.RecordKind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;

/**
 * Takes a file of lots, products and parties into the registry, in one transaction: what a person says fills what is missing and
 * corrects what is known, and each change stays. With anything wrong nothing of the file is kept.
 */
public final class RegistryImport {
    private static final String BEFORE = "before_import";

    /** Blanks before the first character that says whether a file is JSON. */
    private static final int MOST_BLANKS = 4096;

    private final Handle handle;
    private final Instant now;
    private final Correction correction;
    private final LongConsumer progress;

    /**
     * @param correction by whose word
     * @param progress is told after each record how many were read
     */
    public RegistryImport(LedgerTransaction transaction, Correction correction, LongConsumer progress) {
        this.handle = transaction.handle();
        this.now = transaction.now();
        this.correction = correction;
        this.progress = progress;
    }

    /** Whether what is read is kept. */
    public enum Mode {
        KEEP,
        /** Only said what would be. */
        DRY_RUN
    }

    /**
     * Reads a file.
     *
     * @param name the file as its user knows it
     * @param bytes CSV or JSON; the caller closes it
     * @param kind the kind of its records, where it does not say it itself
     */
    public ImportOutcome file(String name, InputStream bytes, Optional<RecordKind> kind, Mode mode) throws IOException {
        handle.savepoint(BEFORE);
        ToldProblems problems = new ToldProblems(name, ImportFault.PROBLEMS_TOO_MANY);
        Map<RecordKind, StagedRecords> staged = new EnumMap<>(RecordKind.class);
        for (RecordKind each : RecordKind.values()) {
            staged.put(each, new StagedRecords(handle, each));
        }
        read(name, bytes, kind, problems, staged);
        Map<RecordKind, ImportOutcome.Counts> counts = new EnumMap<>(RecordKind.class);
        if (problems.isEmpty()) {
            staged.values().stream().filter(each -> !each.isEmpty()).forEach(each -> keep(
                            each, new LineProblems(name, problems))
                    .ifPresent(kept -> counts.put(each.kind(), kept)));
        }
        if (!problems.isEmpty() || mode == Mode.DRY_RUN) {
            handle.rollbackToSavepoint(BEFORE);
        }
        return new ImportOutcome(problems.isEmpty() ? counts : Map.of(), problems.all());
    }

    private void read(
            String name,
            InputStream bytes,
            Optional<RecordKind> kind,
            ToldProblems problems,
            Map<RecordKind, StagedRecords> staged)
            throws IOException {
        long[] count = {0};
        BufferedInputStream buffered = new BufferedInputStream(bytes, MOST_BLANKS);
        Consumer<StatedRecord> taker = record -> {
            // Of a file with a problem nothing is kept: it is only read on for other problems.
            if (problems.isEmpty()) {
                staged.get(record.kind()).add(record);
            }
            progress.accept(++count[0]);
        };
        if (isJson(buffered)) {
            new JsonRecords(name, kind, problems).each(buffered, taker);
        } else {
            new CsvRecords(name, kind, problems).each(buffered, taker);
        }
    }

    private static boolean isJson(InputStream bytes) throws IOException {
        bytes.mark(MOST_BLANKS);
        int first = bytes.read();
        for (int i = 1; i < MOST_BLANKS && (first == ' ' || first == '\n' || first == '\r' || first == '\t'); i++) {
            first = bytes.read();
        }
        if (first == 0xEF && bytes.read() == 0xBB && bytes.read() == 0xBF) {
            first = bytes.read();
        }
        bytes.reset();
        return first == '{' || first == '[';
    }

    private Optional<ImportOutcome.Counts> keep(StagedRecords staged, LineProblems problems) {
        staged.end();
        RecordFinding finding =
                switch (staged.kind()) {
                    case LOT -> new LotFinding(handle, now, staged, correction);
                    case PRODUCT -> new ProductFinding(handle, now, staged);
                    case PARTY -> new PartyFinding(handle, now, staged);
                };
        finding.find(problems);
        if (!problems.none()) {
            return Optional.empty();
        }
        Correcting correcting = new Correcting(handle, now, staged, correction);
        finding.keepMore(correcting, problems);
        return problems.none() ? Optional.of(correcting.keep()) : Optional.empty();
    }
}
