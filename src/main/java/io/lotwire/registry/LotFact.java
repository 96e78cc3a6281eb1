package io.lotwire.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;

/** A fact of a lot: a column of the table {@code lot} of the same name; and SQL that fills what is missing of all. */
enum LotFact {
    DESCRIPTION,
    EXPIRES,
    BEST_BEFORE,
    MANUFACTURED,
    PACKED,
    HARVESTED,
    SOURCE_GLN,
    SOURCE_NAME,
    SOURCE_REFERENCE,
    ORIGIN_GLN,
    ORIGIN_NAME;

    /** The columns, one after the other. */
    static final String COLUMNS = joined("%s");

    /** Parameters that each take an array: a value for each statement. */
    static final String PARAMETERS = joined(":%s");

    private final String column = name().toLowerCase(Locale.ROOT);

    /** The columns of an alias. */
    static String of(String alias) {
        return joined(alias + ".%s");
    }

    /** What is known, and where nothing is, what the alias says. */
    static String filledFrom(String alias) {
        return joined("coalesce(lot.%s, " + alias + ".%<s)");
    }

    /** Binds the {@link #PARAMETERS}. */
    static <S extends SqlStatement<S>> S bind(S sql, List<LotStatement> statements) {
        for (LotFact fact : values()) {
            Object[] said = statements.stream()
                    .map(statement -> statement.facts().get(fact))
                    .toArray();
            sql.bindArray(fact.column, String.class, said);
        }
        return sql;
    }

    private static String joined(String form) {
        return Arrays.stream(values()).map(fact -> form.formatted(fact.column)).collect(Collectors.joining(", "));
    }
}
