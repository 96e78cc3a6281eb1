package io.lotwire.registry.walk;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What lots and runs of production are called. */
public final class Names {
    private final Handle handle;

    /** Those in the transaction of this connection. */
    public Names(Handle handle) {
        this.handle = handle;
    }

    /** The lots with these numbers. */
    public Map<Long, LotName> lots(Collection<Long> numbers) {
        Map<Long, LotName> lots = new HashMap<>();
        handle.createQuery("select id, code, coalesce(gtin, '') as gtin, coalesce(description, '') as description"
                        + " from lot where id = any(:ids)")
                .bindArray("ids", Long.class, numbers.toArray())
                .map((row, context) -> new LotName(
                        row.getLong("id"), row.getString("code"), row.getString("gtin"), row.getString("description")))
                .forEach(lot -> lots.put(lot.id(), lot));
        return lots;
    }

    /** The runs with these numbers. */
    Map<Long, Run> runs(Collection<Long> numbers) {
        Map<Long, Run> runs = new HashMap<>();
        handle.createQuery("select id, partner, number from transformation where id = any(:ids)")
                .bindArray("ids", Long.class, numbers.toArray())
                .map((row, context) -> new Run(row.getLong("id"), row.getString("partner"), row.getString("number")))
                .forEach(run -> runs.put(run.id(), run));
        return runs;
    }
}
