package io.lotwire.registry.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The trips of loggers for people. */
public final class TripText {
    private TripText() {}

    /** Their lines, each with its line break. */
    public static String of(List<TripReport> reports) {
        return reports.stream().map(TripText::of).collect(Collectors.joining("\n"));
    }

    private static String of(TripReport report) {
        Trip trip = report.trip();
        List<String> lines = new ArrayList<>();
        String with = trip.carried() instanceof Carried.Unit unit ? " on unit " + unit.sscc() : " with a lot";
        lines.add("Logger " + trip.logger() + with + ", " + trip.from() + " to " + trip.until() + ", as " + trip.by()
                + " says" + (trip.why().isEmpty() ? "" : " (" + trip.why() + ")"));
        report.summaries().forEach(summary -> lines.add("  " + words(summary)));
        if (report.lots().isEmpty()) {
            lines.add(
                    "  No document says what was on this unit: when one does, './lotwire readings check' looks again.");
        }
        report.lots().forEach(lot -> add(lot, lines));
        return String.join("\n", lines) + "\n";
    }

    private static String words(MeasureSummary summary) {
        return summary.measure().word() + " " + TemperatureRange.plain(summary.least()) + " to "
                + TemperatureRange.plain(summary.most()) + " "
                + summary.measure().unit() + ", mean "
                + TemperatureRange.plain(summary.mean()) + " (" + summary.count()
                + (summary.count() == 1 ? " reading)" : " readings)");
    }

    private static void add(LotOnTrip lot, List<String> lines) {
        String words = "  " + lot.lot().words();
        if (!lot.lot().range().isKnown()) {
            lines.add(
                    words + ": it is not known what it bears; import minimum_temperature and maximum_temperature of its"
                            + " product");
        } else if (lot.excursions().isEmpty()) {
            lines.add(words + ": within " + lot.lot().range().words());
        } else {
            lines.add(words + ": outside of " + lot.lot().range().words());
            lot.excursions()
                    .forEach(excursion -> lines.add("    " + excursion.words() + " (" + excursion.readings()
                            + (excursion.readings() == 1 ? " reading)" : " readings)")));
        }
    }
}
