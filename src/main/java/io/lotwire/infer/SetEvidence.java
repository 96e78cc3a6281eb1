package io.lotwire.infer;

import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.lot.LotEvent;
import io.lotwire.mapping.Explanation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes down how one transaction set became lot events. */
final class SetEvidence implements Explanation {
    private static final String SSCC = "logisticUnit.sscc";
    private static final int SSCC_WITH_IDENTIFIER = 20;

    private final String file;
    private final int number;
    private final Documents documents;
    private final Set<Integer> taken = new HashSet<>();
    private final Set<String> values = new HashSet<>();
    private final Set<String> counted = new HashSet<>();

    /**
     * @param number of the set among all sets of all files
     */
    SetEvidence(String file, int number, Documents documents) {
        this.file = file;
        this.number = number;
        this.documents = documents;
    }

    @Override
    public void event(LotEvent event, List<Taken> places) {
        documents.events++;
        documents.lots += event.lot() == null ? 0 : 1;
        for (Taken place : places) {
            take(place);
        }
        Sighting seen = places.isEmpty() ? new Sighting(file, event.source().segment(), "") : sighting(event, places);
        if (event.quantity() != null) {
            documents.units.add(event.quantity().unit(), event.quantity().unit(), number, seen);
        }
        event.issues().forEach(issue -> documents.issues.add(issue.code().name(), issue.message(), number, seen));
    }

    private void take(Taken place) {
        taken.add(place.segment().position());
        values.add(place.segment().position() + " " + place.value());
        boolean isNew = counted.add(
                place.field() + " " + place.place() + " " + place.segment().position() + " " + place.value());
        if (!isNew) {
            return;
        }
        Sighting seen = Sighting.of(file, place.segment());
        documents.taken.add(place.field() + " " + place.place(), place.value(), number, seen);
        if (place.field().equals(SSCC)) {
            boolean identifier = place.value().length() == SSCC_WITH_IDENTIFIER
                    && place.value().startsWith("00");
            documents.ssccForms.add(
                    identifier
                            ? "with the identifier 00"
                            : "of " + place.value().length() + " characters",
                    place.value(),
                    number,
                    seen);
        }
    }

    private Sighting sighting(LotEvent event, List<Taken> places) {
        return places.stream()
                .map(Taken::segment)
                .filter(segment -> segment.number() == event.source().segment())
                .findFirst()
                .map(segment -> Sighting.of(file, segment))
                .orElseGet(() -> new Sighting(file, event.source().segment(), ""));
    }

    @Override
    public void notMapped(TransactionSet set, List<NotMapped> places) {
        for (NotMapped each : places) {
            if (each.isSegment()) {
                documents.notMapped.add(each.first().id(), "", number, Sighting.of(file, each.first()));
            }
        }
    }

    /** True when some value of the segment went into an event. */
    boolean took(Segment segment) {
        return taken.contains(segment.position());
    }

    /** True when this value of the segment went into an event. */
    boolean took(Segment segment, String value) {
        return values.contains(segment.position() + " " + value);
    }
}
