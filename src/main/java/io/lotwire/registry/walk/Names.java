package io.lotwire.registry.walk;

import io.lotwire.registry.PartyStatement;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What lots and runs of production are called, and parties. */
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

    /** How documents name parties, by the numbers of those statements. */
    public Map<Integer, PartyStatement> parties(Collection<Integer> numbers) {
        Map<Integer, PartyStatement> parties = new HashMap<>();
        handle.createQuery("select id, gln, number, name from party_statement where id = any(:ids)")
                .bindArray("ids", Integer.class, numbers.toArray())
                .map((row, context) -> Map.entry(
                        row.getInt("id"),
                        new PartyStatement(row.getString("gln"), row.getString("number"), row.getString("name"))))
                .forEach(each -> parties.put(each.getKey(), each.getValue()));
        return parties;
    }
}
