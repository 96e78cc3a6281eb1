package io.lotwire.registry.reading;

import java.util.List;

/**
 * What a logger measured on a trip, and what that means for the lots that it was with.
 *
 * @param trip the trip
 * @param summaries of each measure of which there are readings
 * @param lots the lots; none where no document says yet what is on the unit
 */
public record TripReport(Trip trip, List<MeasureSummary> summaries, List<LotOnTrip> lots) {
    public TripReport {
        summaries = List.copyOf(summaries);
        lots = List.copyOf(lots);
    }

    /** Whether a lot was outside of what its product bears. */
    public boolean hasExcursion() {
        return lots.stream().anyMatch(lot -> !lot.excursions().isEmpty());
    }
}
