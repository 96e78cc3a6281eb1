package io.lotwire.traffic;

import io.lotwire.access.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * What rows must be like, of those conditions that are asked for: one that is not asked for is not in the statement, so that the database
 * chooses its index by the others.
 */
final class Conditions {
    private final List<String> texts = new ArrayList<>();
    private final List<Consumer<Query>> bindings = new ArrayList<>();

    /**
     * Those that whose things are shown makes.
     *
     * @param column holds the partner
     */
    static Conditions of(Scope scope, String column) {
        Conditions conditions = new Conditions();
        if (scope instanceof Scope.OfPartner of) {
            conditions.texts.add(column + " = :scope");
            conditions.bindings.add(query -> query.bind("scope", of.partner()));
        }
        return conditions;
    }

    private Conditions() {}

    /** One that always holds. */
    Conditions when(String text) {
        texts.add(text);
        return this;
    }

    /**
     * One with a value.
     *
     * @param text in SQL
     * @param value empty: it is not asked for
     * @param binding puts the value in
     */
    <T> Conditions when(String text, Optional<T> value, BiConsumer<Query, T> binding) {
        value.ifPresent(it -> {
            texts.add(text);
            bindings.add(query -> binding.accept(query, it));
        });
        return this;
    }

    /**
     * The question.
     *
     * @param before the statement up to {@code from ...}
     * @param after its order and limit
     */
    Query ask(Handle handle, String before, String after) {
        String where = texts.isEmpty() ? "" : " where " + String.join(" and ", texts);
        Query query = handle.createQuery(before + where + " " + after);
        bindings.forEach(binding -> binding.accept(query));
        return query;
    }
}
