package io.lotwire.registry;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The numbers under which the database keeps how documents name parties. */
final class PartyStatements {
    private final Handle handle;

    PartyStatements(Handle handle) {
        this.handle = handle;
    }

    /** The number of each; those that are new get one. */
    Map<PartyStatement, Integer> numbers(Collection<PartyStatement> statements) {
        List<PartyStatement> wanted = statements.stream().distinct().toList();
        Map<PartyStatement, Integer> numbers = find(wanted);
        List<PartyStatement> fresh =
                wanted.stream().filter(each -> !numbers.containsKey(each)).toList();
        if (!fresh.isEmpty()) {
            // In one order, so that two transactions with the same new ones wait for each other instead of deadlocking.
            handle.createUpdate("insert into party_statement (gln, number, name)"
                            + " select gln, number, name from unnest(:glns, :numbers, :names) as row (gln, number, name)"
                            + " order by gln, number, name on conflict do nothing")
                    .bindArray("glns", String.class, column(fresh, PartyStatement::gln))
                    .bindArray("numbers", String.class, column(fresh, PartyStatement::number))
                    .bindArray("names", String.class, column(fresh, PartyStatement::name))
                    .execute();
            numbers.putAll(find(fresh));
        }
        return numbers;
    }

    private Map<PartyStatement, Integer> find(List<PartyStatement> statements) {
        Map<PartyStatement, Integer> found = new HashMap<>();
        handle.createQuery("select p.id, p.gln, p.number, p.name from unnest(:glns, :numbers, :names)"
                        + " as row (gln, number, name) join party_statement p"
                        + " on p.gln = row.gln and p.number = row.number and p.name = row.name")
                .bindArray("glns", String.class, column(statements, PartyStatement::gln))
                .bindArray("numbers", String.class, column(statements, PartyStatement::number))
                .bindArray("names", String.class, column(statements, PartyStatement::name))
                .map((row, context) -> Map.entry(
                        new PartyStatement(row.getString("gln"), row.getString("number"), row.getString("name")),
                        row.getInt("id")))
                .forEach(each -> found.put(each.getKey(), each.getValue()));
        return found;
    }

    private static Object[] column(List<PartyStatement> statements, Function<PartyStatement, String> value) {
        return statements.stream().map(value).toArray();
    }
}
