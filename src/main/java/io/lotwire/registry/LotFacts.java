package io.lotwire.registry;

import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;

/** The facts of lots as columns of the table {@code lot}, and how a statement fills what is missing of them. */
final class LotFacts {
    private static final List<String> COLUMNS = List.of(
            "description",
            "expires",
            "best_before",
            "manufactured",
            "packed",
            "harvested",
            "source_gln",
            "source_name",
            "source_reference",
            "origin_gln",
            "origin_name");

    private LotFacts() {}

    /** The columns, one after the other. */
    static String names() {
        return joined("%s");
    }

    /** The columns of an alias. */
    static String of(String alias) {
        return joined(alias + ".%s");
    }

    /** Parameters that each take an array: a value for each statement. */
    static String parameters() {
        return joined(":%s");
    }

    /** What is known, and where nothing is, what the alias says. */
    static String filledFrom(String alias) {
        return joined("coalesce(lot.%s, " + alias + ".%<s)");
    }

    /** Binds the {@link #parameters}. */
    static <S extends SqlStatement<S>> S bind(S sql, List<LotStatement> statements) {
        for (String column : COLUMNS) {
            sql.bindArray(
                    column,
                    String.class,
                    statements.stream()
                            .map(statement -> statement.facts().get(column))
                            .toArray());
        }
        return sql;
    }

    private static String joined(String form) {
        return String.join(", ", COLUMNS.stream().map(form::formatted).toList());
    }
}
