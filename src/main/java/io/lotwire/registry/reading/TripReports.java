package io.lotwire.registry.reading;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Sscc;
import io.lotwire.registry.master.LotStatus;
import io.lotwire.registry.master.LotStatuses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the trips of loggers mean for lots, inside one transaction of the ledger, by what is known now of units and products. */
public final class TripReports {
    private final Trips trips;
    private final Readings readings;
    private final LotStatuses statuses;

    /** Those in this transaction. */
    public TripReports(LedgerTransaction transaction) {
        this.trips = new Trips(transaction);
        this.readings = new Readings(transaction.handle());
        this.statuses = new LotStatuses(transaction);
    }

    /** Those of a logger, the first first. */
    public List<TripReport> ofLogger(String logger) {
        return trips.ofLogger(logger).stream().map(this::of).toList();
    }

    /** Those with a unit, or with one that was on it. */
    public List<TripReport> ofUnit(Sscc sscc) {
        return trips.ofUnit(sscc).stream().map(this::of).toList();
    }

    /**
     * Those with a lot, or with a unit that it was on.
     *
     * @param lotId its number in the registry
     */
    public List<TripReport> ofLot(long lotId) {
        return trips.ofLot(lotId).stream()
                .map(this::of)
                .filter(report ->
                        report.lots().stream().anyMatch(lot -> lot.lot().id() == lotId))
                .toList();
    }

    /** Those on which a lot was outside of what its product bears, in the order in which they were said. */
    public List<TripReport> withExcursions() {
        return trips.all().stream()
                .map(this::of)
                .filter(TripReport::hasExcursion)
                .toList();
    }

    /** That of a trip. */
    TripReport of(Trip trip) {
        List<CarriedLot> lots = trips.lots(trip);
        List<MeasureSummary> summaries = readings.summaries(trip);
        Map<TemperatureRange, Excursions> byRange = new HashMap<>();
        lots.stream()
                .map(CarriedLot::range)
                .filter(range -> isLeft(range, summaries))
                .forEach(range -> byRange.computeIfAbsent(range, Excursions::new));
        if (!byRange.isEmpty()) {
            readings.temperatures(trip, (at, value) -> byRange.values().forEach(range -> range.take(at, value)));
        }
        Map<TemperatureRange, List<Excursion>> found = new HashMap<>();
        byRange.forEach((range, excursions) -> found.put(range, excursions.all()));
        return new TripReport(
                trip,
                summaries,
                lots.stream()
                        .map(lot -> new LotOnTrip(lot, found.getOrDefault(lot.range(), List.of())))
                        .toList());
    }

    private static boolean isLeft(TemperatureRange range, List<MeasureSummary> summaries) {
        return summaries.stream()
                .filter(summary -> summary.measure() == Measure.TEMPERATURE)
                .anyMatch(summary -> range.side(summary.least()) != TemperatureRange.Side.WITHIN
                        || range.side(summary.most()) != TemperatureRange.Side.WITHIN);
    }

    /**
     * Says of lots that they were outside of what their products bear, so that a person decides about them. One of which a person
     * decided when all of this was known stays decided.
     *
     * @param by who asks
     * @return the numbers of the lots of which it was not said before
     */
    public Set<Long> raise(Collection<TripReport> reports, String by) {
        Map<Said, List<Long>> said = new LinkedHashMap<>();
        Set<Long> taken = new HashSet<>();
        for (TripReport report : reports) {
            Set<Long> decided = statuses.saidSince(
                    report.lots().stream().map(each -> each.lot().id()).toList(),
                    LotStatus.Kind.EXCURSION,
                    report.trip().changedAt());
            for (LotOnTrip lot : report.lots()) {
                long id = lot.lot().id();
                if (!lot.excursions().isEmpty() && !decided.contains(id) && taken.add(id)) {
                    said.computeIfAbsent(
                                    new Said(
                                            reason(lot),
                                            "logger " + report.trip().logger()),
                                    key -> new ArrayList<>())
                            .add(id);
                }
            }
        }
        Set<Long> raised = new HashSet<>();
        said.forEach((what, lots) ->
                raised.addAll(statuses.beginAll(lots, LotStatus.Kind.EXCURSION, by, what.why(), what.reference())));
        return raised;
    }

    /** What is said of lots, all of it alike. */
    private record Said(String why, String reference) {}

    /** The longest stretch, in words. */
    private static String reason(LotOnTrip lot) {
        Excursion longest = lot.excursions().stream()
                .max(Comparator.comparing(Excursion::lasted).thenComparing(Excursion::readings))
                .orElseThrow();
        int others = lot.excursions().size() - 1;
        return longest.words() + (others == 0 ? "" : " (and " + others + " more)") + "; it bears "
                + lot.lot().range().words();
    }
}
