package io.lotwire.ledger;

import org.jdbi.v3.core.Handle;

/**
 * Control numbers, inside one transaction: a number is taken when the transaction commits, and given back when it does
 * not, so there are no gaps and none is used twice. From the first number on, others who want one of the same row wait
 * for the commit: take them late, and in the order interchange, group, transaction set.
 */
public final class ControlNumbers {
    /** The largest number that ISA13 holds (nine digits); after it comes 1. */
    public static final long LARGEST = 999_999_999;

    private final Handle handle;

    ControlNumbers(Handle handle) {
        this.handle = handle;
    }

    /**
     * The next number.
     *
     * @param partner profile name
     * @param usage {@code P} production or {@code T} test (ISA15): they count apart
     */
    public long next(String partner, Direction direction, ControlNumberKind kind, String usage) {
        return handle.createQuery("""
                        insert into control_number as c (partner, direction, kind, usage, last)
                        values (:partner, :direction, :kind, :usage, 1)
                        on conflict (partner, direction, kind, usage)
                            do update set last = case when c.last >= :largest then 1 else c.last + 1 end
                        returning last
                        """)
                .bind("partner", partner)
                .bind("direction", direction.name())
                .bind("kind", kind.name())
                .bind("usage", usage)
                .bind("largest", LARGEST)
                .mapTo(Long.class)
                .one();
    }
}
