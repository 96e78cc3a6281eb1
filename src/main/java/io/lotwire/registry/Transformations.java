package io.lotwire.registry;

import io.lotwire.lot.LotEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The numbers under which the database keeps runs of production. */
final class Transformations {
    /** So much of a run's number tells it apart; an index of PostgreSQL has no room for any length. */
    private static final int LENGTH = 200;

    private final Handle handle;

    Transformations(Handle handle) {
        this.handle = handle;
    }

    /** A run as its partner numbers it. */
    private record Run(String partner, String number) {
        static Run of(LotEvent event) {
            return event.transformation() == null
                    ? null
                    : new Run(
                            event.source().partner(),
                            Cut.of(event.transformation().id(), LENGTH));
        }
    }

    /** The number of each event's run, null where it has none; runs that are new get one. */
    Object[] numbers(List<StoredEvent> events) {
        List<Run> runs = events.stream().map(stored -> Run.of(stored.event())).toList();
        List<Run> wanted = runs.stream().filter(Objects::nonNull).distinct().toList();
        if (wanted.isEmpty()) {
            return new Object[runs.size()];
        }
        Map<Run, Long> numbers = find(wanted);
        List<Run> fresh =
                wanted.stream().filter(run -> !numbers.containsKey(run)).toList();
        if (!fresh.isEmpty()) {
            // In one order, so that two transactions with the same new ones wait for each other instead of deadlocking.
            handle.createUpdate("insert into transformation (partner, number)"
                            + " select partner, number from unnest(:partners, :numbers) as row (partner, number)"
                            + " order by partner, number on conflict do nothing")
                    .bindArray("partners", String.class, column(fresh, Run::partner))
                    .bindArray("numbers", String.class, column(fresh, Run::number))
                    .execute();
            numbers.putAll(find(fresh));
        }
        return runs.stream().map(numbers::get).toArray();
    }

    private Map<Run, Long> find(Collection<Run> runs) {
        Map<Run, Long> found = new HashMap<>();
        handle.createQuery("select t.id, t.partner, t.number from unnest(:partners, :numbers) as row (partner, number)"
                        + " join transformation t on t.partner = row.partner and t.number = row.number")
                .bindArray("partners", String.class, column(runs, Run::partner))
                .bindArray("numbers", String.class, column(runs, Run::number))
                .map((row, context) ->
                        Map.entry(new Run(row.getString("partner"), row.getString("number")), row.getLong("id")))
                .forEach(each -> found.put(each.getKey(), each.getValue()));
        return found;
    }

    private static Object[] column(Collection<Run> runs, Function<Run, String> value) {
        return runs.stream().map(value).toArray();
    }
}
