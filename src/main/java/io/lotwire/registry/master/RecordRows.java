package io.lotwire.registry.master;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows of the tables of records. */
public final class RecordRows {
    /** The product numbers of a lot, as a JSON array. */
    private static final String NUMBERS_OF_LOT = "(select cast(jsonb_agg(i.scheme || ':' || i.value"
            + " order by i.scheme collate \"C\", i.value collate \"C\") as text) from lot_item i where i.lot_id = t.id)";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RecordRows() {}

    /** SQL that selects all of a kind; the table is {@code t}. */
    public static String select(RecordKind kind) {
        return "select t.id, "
                + kind.facts().stream()
                        .map(fact -> (fact.isColumn() ? "cast(t." + fact.column() + " as text)" : NUMBERS_OF_LOT)
                                + " as " + fact.name())
                        .collect(Collectors.joining(", "))
                + ", cast(t.attributes as text) as attributes from " + kind.word() + " t";
    }

    /** A row of it. */
    public static KnownRecord read(RecordKind kind, ResultSet row) throws SQLException {
        Map<Fact, String> facts = new HashMap<>();
        for (Fact fact : kind.facts()) {
            String kept = row.getString(fact.name());
            if (kept != null) {
                facts.put(fact, kept);
            }
        }
        return new KnownRecord(kind, row.getLong("id"), facts, attributes(row.getString("attributes")));
    }

    private static Map<String, String> attributes(String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a JSON object of texts: " + json, e);
        }
    }
}
