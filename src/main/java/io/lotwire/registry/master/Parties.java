package io.lotwire.registry.master;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Address;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The companies and locations of some GLNs, in memory. */
public final class Parties {
    private final Map<String, KnownParty> byGln;

    private Parties(Map<String, KnownParty> byGln) {
        this.byGln = byGln;
    }

    /** What is known of these GLNs; it takes one statement. */
    public static Parties of(LedgerTransaction transaction, Collection<String> glns) {
        Map<String, KnownParty> parties = new HashMap<>();
        transaction
                .handle()
                .createQuery("select gln, name, telephone, line1, line2, city, region, postal_code, country"
                        + " from party where gln = any(:glns)")
                .bindArray("glns", String.class, glns.toArray())
                .map((row, context) -> Map.entry(row.getString("gln"), party(row)))
                .forEach(each -> parties.put(each.getKey(), each.getValue()));
        return new Parties(parties);
    }

    /** That of a GLN. */
    public Optional<KnownParty> of(String gln) {
        return Optional.ofNullable(byGln.get(gln));
    }

    private static KnownParty party(ResultSet row) throws SQLException {
        return new KnownParty(
                text(row, "name"),
                text(row, "telephone"),
                new Address(
                        text(row, "line1"),
                        text(row, "line2"),
                        text(row, "city"),
                        text(row, "region"),
                        text(row, "postal_code"),
                        text(row, "country")));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
