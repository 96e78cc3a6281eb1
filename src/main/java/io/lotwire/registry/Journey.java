package io.lotwire.registry;

import io.lotwire.lot.EventType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The events of a lot, drawn together: one movement for all that one document says of one way.
 *
 * @param movements oldest first
 * @param changes oldest first
 */
record Journey(List<Movement> movements, List<Change> changes) {
    /** Draws events together; they come oldest first. */
    static Journey of(List<TracedEvent> events) {
        PartyBook book = PartyBook.of(events.stream()
                .flatMap(
                        event -> List.of(PartyStatement.from(event.event()), PartyStatement.to(event.event())).stream())
                .toList());
        Map<Way, List<TracedEvent>> ways = new LinkedHashMap<>();
        List<Change> changes = new ArrayList<>();
        for (TracedEvent event : events) {
            if (moves(event.type())) {
                Way way = new Way(
                        event.setId(),
                        event.type(),
                        event.when(),
                        book.party(PartyStatement.from(event.event())),
                        book.party(PartyStatement.to(event.event())),
                        event.lot() != null);
                ways.computeIfAbsent(way, key -> new ArrayList<>()).add(event);
            } else if (event.lot() != null) {
                changes.add(change(event, book.party(PartyStatement.from(event.event()))));
            }
        }
        List<Movement> movements = new ArrayList<>();
        ways.forEach((way, together) -> movements.add(movement(way, together, movements)));
        return new Journey(movements, changes);
    }

    private static boolean moves(EventType type) {
        return type == EventType.SHIPPED || type == EventType.RECEIVED || type == EventType.RETURNED;
    }

    private static Change change(TracedEvent event, TracedParty at) {
        return new Change(
                event.type(),
                at,
                event.when(),
                event.load().quantity(),
                event.load().unit(),
                event.event().condition(),
                event.event().reason(),
                event.document(),
                event.documentNumber(),
                event.partner());
    }

    private static Movement movement(Way way, List<TracedEvent> together, List<Movement> before) {
        TracedEvent first = together.get(0);
        List<Load> loads = way.namesLot()
                ? together.stream().map(TracedEvent::load).toList()
                : together.stream()
                        .map(event -> event.load().sscc())
                        // A pallet's items are lines of their own; the lot is on it once.
                        .distinct()
                        .flatMap(sscc -> held(sscc, before).stream())
                        .toList();
        return new Movement(
                way.type(),
                way.from(),
                way.to(),
                way.when(),
                loads,
                first.document(),
                first.documentNumber(),
                first.partner(),
                together.stream()
                        .flatMap(event -> event.event().references().stream())
                        .distinct()
                        .toList(),
                way.namesLot());
    }

    /** What of the lot a unit held when it was last spoken of. */
    private static List<Load> held(String sscc, List<Movement> before) {
        for (int i = before.size() - 1; i >= 0; i--) {
            List<Load> loads = before.get(i).loads().stream()
                    .filter(load -> load.isOn(sscc))
                    .toList();
            if (!loads.isEmpty()) {
                return loads;
            }
        }
        return List.of(new Load(sscc, "", null, ""));
    }

    private record Way(long setId, EventType type, String when, TracedParty from, TracedParty to, boolean namesLot) {}
}
