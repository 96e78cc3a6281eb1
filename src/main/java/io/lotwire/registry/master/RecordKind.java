package io.lotwire.registry.master;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of record that the registry has, and the facts of each: first those that tell records apart. */
public enum RecordKind {
    LOT(
            "lots",
            List.of(
                    new Fact("lot", "code", FactType.KEY),
                    Fact.of("gtin", FactType.GTIN),
                    new Fact("item_ids", "", FactType.NUMBERS)),
            List.of(
                    new Fact("lot_kind", "kind", FactType.LOT_KIND),
                    Fact.of("description", FactType.TEXT),
                    Fact.of("expires", FactType.DATE),
                    Fact.of("best_before", FactType.DATE),
                    Fact.of("manufactured", FactType.DATE),
                    Fact.of("packed", FactType.DATE),
                    Fact.of("harvested", FactType.DATE),
                    new Fact("lot_source_gln", "source_gln", FactType.GLN),
                    new Fact("lot_source_name", "source_name", FactType.TEXT),
                    new Fact("lot_source_reference", "source_reference", FactType.TEXT),
                    Fact.of("origin_gln", FactType.GLN),
                    Fact.of("origin_name", FactType.TEXT))),
    PRODUCT(
            "products",
            List.of(Fact.of("gtin", FactType.GTIN), new Fact("product_id", "number", FactType.NUMBER)),
            List.of(
                    Fact.of("description", FactType.TEXT),
                    Fact.of("brand", FactType.TEXT),
                    Fact.of("commodity", FactType.TEXT),
                    Fact.of("variety", FactType.TEXT),
                    Fact.of("pack", FactType.TEXT),
                    Fact.of("shelf_life_days", FactType.COUNT),
                    Fact.of("units", FactType.UNITS),
                    Fact.of("net_weight", FactType.DECIMAL),
                    Fact.of("net_weight_unit", FactType.TEXT),
                    Fact.of("minimum_temperature", FactType.DECIMAL),
                    Fact.of("maximum_temperature", FactType.DECIMAL))),
    PARTY(
            "parties",
            List.of(Fact.of("gln", FactType.GLN), Fact.of("duns", FactType.DUNS), Fact.of("name", FactType.KEY)),
            List.of(
                    new Fact("party_kind", "kind", FactType.PARTY_KIND),
                    Fact.of("parent", FactType.KEY),
                    Fact.of("line1", FactType.TEXT),
                    Fact.of("line2", FactType.TEXT),
                    Fact.of("city", FactType.TEXT),
                    Fact.of("region", FactType.TEXT),
                    Fact.of("postal_code", FactType.TEXT),
                    Fact.of("country", FactType.TEXT),
                    Fact.of("telephone", FactType.TEXT),
                    Fact.of("email", FactType.TEXT),
                    Fact.of("time_zone", FactType.TIME_ZONE),
                    Fact.of("latitude", FactType.DECIMAL),
                    Fact.of("longitude", FactType.DECIMAL),
                    Fact.of("roles", FactType.WORDS),
                    Fact.of("fda_registration", FactType.TEXT),
                    Fact.of("tlc_source_reference", FactType.TEXT)));

    private final String plural;
    private final List<Fact> keys;
    private final List<Fact> facts;

    RecordKind(String plural, List<Fact> keys, List<Fact> others) {
        this.plural = plural;
        this.keys = keys;
        List<Fact> all = new ArrayList<>(keys);
        all.addAll(others);
        this.facts = List.copyOf(all);
    }

    /** The word for one of them, in JSON and in the database; the table's name, too. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word for several. */
    public String plural() {
        return plural;
    }

    /** The facts that tell records apart. */
    public List<Fact> keys() {
        return keys;
    }

    /** All facts, in the order in which they are written. */
    public List<Fact> facts() {
        return facts;
    }

    /** Those that are columns of its table. */
    public List<Fact> columns() {
        return facts.stream().filter(Fact::isColumn).toList();
    }

    /** The kind of a word for one of them. */
    public static Optional<RecordKind> of(String word) {
        for (RecordKind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
