package io.lotwire.registry.importing;

import io.lotwire.csv.CsvPlace;
import io.lotwire.problem.Problem;
import io.lotwire.registry.master.Fact;
import io.lotwire.registry.master.Listed;
import io.lotwire.registry.master.RecordKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One record while it is read: takes its values, and tells those that cannot be. */
final class RecordReading {
    /** How the names of further facts begin, in CSV. */
    static final String ATTRIBUTES = "attributes.";

    private final RecordKind kind;
    private final long line;
    private final Consumer<Problem> problems;
    private final Map<Fact, String> facts = new HashMap<>();
    private final Map<String, String> attributes = new HashMap<>();
    private boolean isGood = true;

    RecordReading(RecordKind kind, long line, Consumer<Problem> problems) {
        this.kind = kind;
        this.line = line;
        this.problems = problems;
    }

    /** A fact with one value; a blank one says nothing. */
    void fact(Fact fact, String value, CsvPlace at) {
        if (!value.isBlank()) {
            kept(fact, value, at).ifPresent(kept -> facts.put(fact, kept));
        }
    }

    /** A fact with several entries; none say nothing. */
    void facts(Fact fact, List<String> entries, CsvPlace at) {
        List<String> all = new ArrayList<>();
        for (String entry : entries) {
            kept(fact, entry, at).filter(kept -> !all.contains(kept)).ifPresent(all::add);
        }
        if (!all.isEmpty()) {
            facts.put(fact, Listed.json(all));
        }
    }

    /** A further fact. */
    void attribute(String name, String value, CsvPlace at) {
        if (!value.isBlank() && isText(name, value, at)) {
            attributes.put(name, value);
        }
    }

    /** Something of it is wrong, which was told. */
    void isWrong() {
        isGood = false;
    }

    /** The record; empty when something of it is wrong. */
    Optional<StatedRecord> end(String file) {
        boolean hasKey =
                switch (kind) {
                    case LOT -> has("lot") && (has("gtin") || has("item_ids"));
                    case PRODUCT -> has("gtin") || has("product_id");
                    case PARTY -> has("gln") || has("duns") || has("name");
                };
        if (isGood && !hasKey) {
            isGood = false;
            problems.accept(Problem.error(
                    ImportFault.KEY_MISSING,
                    CsvPlace.of(file, line).place(),
                    switch (kind) {
                        case LOT -> "A lot needs its code in 'lot', and its product in 'gtin' or 'item_ids': add them.";
                        case PRODUCT ->
                            "A product needs its GTIN in 'gtin', or a number of yours in 'product_id': add one.";
                        case PARTY -> "A party needs 'gln', 'duns' or 'name': add one.";
                    }));
        }
        return isGood ? Optional.of(new StatedRecord(kind, line, facts, attributes)) : Optional.empty();
    }

    private boolean has(String name) {
        return facts.keySet().stream().anyMatch(fact -> fact.name().equals(name));
    }

    private Optional<String> kept(Fact fact, String value, CsvPlace at) {
        if (!isText(fact.name(), value, at)) {
            return Optional.empty();
        }
        Optional<String> kept = fact.type().kept(value);
        if (kept.isEmpty()) {
            tell(
                    at,
                    "'" + at.name() + "' is '" + shortened(value) + "', but must be "
                            + fact.type().wanted() + ": correct it.");
        }
        return kept;
    }

    /** The database takes no NUL, and no half of a character. */
    private boolean isText(String name, String value, CsvPlace at) {
        boolean isText = true;
        for (int i = 0; isText && i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
            } else {
                isText = c != 0 && !Character.isSurrogate(c);
            }
        }
        if (!isText) {
            tell(at, "'" + name + "' has a character that no text has, such as NUL: take it out.");
        }
        return isText;
    }

    private void tell(CsvPlace at, String sentence) {
        isGood = false;
        problems.accept(Problem.error(ImportFault.VALUE_MALFORMED, at.place(), sentence));
    }

    private static String shortened(String value) {
        int most = 60;
        return value.length() <= most ? value : value.substring(0, most) + "...";
    }
}
