package io.lotwire.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Control numbers, inside one transaction: a number is taken when the transaction commits, and given back when it does
 * not, so there are no gaps and none is used twice. From the first number on, others who want one of the same row wait
 * for the commit: take them late, those of several partners in the order of their names, and for each in the order
 * interchange, group, transaction set.
 */
public final class ControlNumbers {
    /** The largest number that ISA13 holds (nine digits); after it comes 1. */
    public static final long LARGEST = 999_999_999;

    private final Handle handle;
    private final Map<Row, Long> stored = new HashMap<>();
    private Map<Row, Long> last = new HashMap<>();

    ControlNumbers(Handle handle) {
        this.handle = handle;
    }

    private record Row(String partner, Direction direction, ControlNumberKind kind, String usage) {}

    /**
     * The next number.
     *
     * @param partner profile name
     * @param usage {@code P} production or {@code T} test (ISA15): they count apart
     */
    public long next(String partner, Direction direction, ControlNumberKind kind, String usage) {
        Row row = new Row(partner, direction, kind, usage);
        if (!stored.containsKey(row)) {
            long locked = lock(row);
            stored.put(row, locked);
            last.put(row, locked);
        }
        return last.merge(row, 1L, (before, one) -> before >= LARGEST ? 1 : before + one);
    }

    /** Does work whose numbers stay taken only when its result is good. */
    public <T> T keepingOnly(Predicate<T> good, Supplier<T> work) {
        Map<Row, Long> before = new HashMap<>(last);
        boolean kept = false;
        try {
            T result = work.get();
            kept = good.test(result);
            return result;
        } finally {
            if (!kept) {
                // Rows that were first locked by this work stay locked, with the number that they had.
                stored.forEach(before::putIfAbsent);
                last = before;
            }
        }
    }

    private long lock(Row row) {
        return bound(handle.createQuery("""
                        insert into control_number as c (partner, direction, kind, usage, last)
                        values (:partner, :direction, :kind, :usage, 0)
                        on conflict (partner, direction, kind, usage) do update set last = c.last
                        returning last
                        """), row).mapTo(Long.class).one();
    }

    /** Writes down the numbers that were taken. */
    void flush() {
        last.forEach((row, number) -> {
            if (!number.equals(stored.get(row))) {
                bound(handle.createUpdate("""
                                update control_number set last = :last where partner = :partner
                                    and direction = :direction and kind = :kind and usage = :usage
                                """), row).bind("last", number).execute();
            }
        });
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Row row) {
        return statement
                .bind("partner", row.partner())
                .bind("direction", row.direction().name())
                .bind("kind", row.kind().name())
                .bind("usage", row.usage());
    }
}
