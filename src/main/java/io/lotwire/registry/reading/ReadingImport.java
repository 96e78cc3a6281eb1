package io.lotwire.registry.reading;

import io.lotwire.csv.CsvPlace;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.problem.ToldProblems;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Takes a file of readings, in one transaction: keeps them, says what the logger was with, and tells which lots were outside of what
 * their products bear. With anything wrong nothing of the file is kept; what is there already changes nothing.
 */
public final class ReadingImport {
    private static final String BEFORE = "before_readings";

    private final LedgerTransaction transaction;
    private final Handle handle;

    /** Into this transaction. */
    public ReadingImport(LedgerTransaction transaction) {
        this.transaction = transaction;
        this.handle = transaction.handle();
    }

    /**
     * Reads a file.
     *
     * @param name the file as its user knows it
     * @param bytes CSV; the caller closes it
     * @param dryRun whether nothing is kept, and only said what would be
     */
    public ReadingOutcome file(String name, InputStream bytes, ReadingTerms terms, boolean dryRun) throws IOException {
        ToldProblems problems = new ToldProblems(name, ReadingFault.PROBLEMS_TOO_MANY);
        List<Reading> readings = new LoggerFile(
                        name, terms.logger(), terms.zone(), terms.dates(), transaction.now(), problems)
                .read(bytes);
        handle.savepoint(BEFORE);
        ReadingOutcome outcome = problems.isEmpty() ? keep(name, readings, terms, problems) : refused(problems);
        if (dryRun || !outcome.isGood()) {
            handle.rollbackToSavepoint(BEFORE);
        }
        return outcome;
    }

    private static ReadingOutcome refused(ToldProblems problems) {
        return new ReadingOutcome(0, 0, List.of(), Set.of(), problems.all());
    }

    private ReadingOutcome keep(String name, List<Reading> all, ReadingTerms terms, ToldProblems problems) {
        Map<String, List<Reading>> byLogger =
                all.stream().collect(Collectors.groupingBy(Reading::logger, TreeMap::new, Collectors.toList()));
        if (byLogger.isEmpty()) {
            problems.accept(Problem.error(
                    ReadingFault.READINGS_MISSING, Place.inFile(name), "There is no reading in the file."));
        }
        TripReports reports = new TripReports(transaction);
        List<TripReport> trips = new ArrayList<>();
        long fresh = 0;
        for (Map.Entry<String, List<Reading>> each : byLogger.entrySet()) {
            long kept = new Readings(handle)
                    .keep(each.getValue(), (reading, known) -> problems.accept(differs(name, reading, known)));
            fresh += kept;
            trip(name, each.getKey(), each.getValue(), terms, kept > 0, problems)
                    .ifPresent(trip -> trips.add(reports.of(trip)));
        }
        return problems.isEmpty()
                ? new ReadingOutcome(all.size(), fresh, trips, reports.raise(trips, terms.by()), List.of())
                : refused(problems);
    }

    private Optional<Trip> trip(
            String name,
            String logger,
            List<Reading> readings,
            ReadingTerms terms,
            boolean hasNewReadings,
            ToldProblems problems) {
        List<Instant> moments = readings.stream()
                .map(Reading::at)
                .sorted(Comparator.naturalOrder())
                .toList();
        Instant from = terms.from().orElse(moments.get(0));
        Instant until = terms.until().orElse(moments.get(moments.size() - 1));
        if (moments.stream().noneMatch(at -> !at.isBefore(from) && !at.isAfter(until))) {
            problems.accept(Problem.error(
                    ReadingFault.READINGS_MISSING,
                    Place.inFile(name),
                    "Logger " + logger + " measured nothing"
                            + terms.from().map(moment -> " from " + moment).orElse("")
                            + terms.until().map(moment -> " until " + moment).orElse("") + ": its readings are from "
                            + moments.get(0) + " to " + moments.get(moments.size() - 1) + "."));
            return Optional.empty();
        }
        return Optional.of(new Trips(transaction)
                .keep(logger, terms.carried(), from, until, terms.by(), terms.why(), hasNewReadings));
    }

    private static Problem differs(String name, Reading reading, BigDecimal known) {
        return Problem.error(
                ReadingFault.READING_DIFFERS,
                CsvPlace.of(name, reading.line()).place(),
                "The " + reading.measure().word() + " of logger " + reading.logger() + " at " + reading.at() + " is "
                        + TemperatureRange.plain(reading.value()) + " "
                        + reading.measure().unit()
                        + " here and was " + TemperatureRange.plain(known) + " "
                        + reading.measure().unit()
                        + " in a file before: readings never change; check which logger the file is of.");
    }
}
