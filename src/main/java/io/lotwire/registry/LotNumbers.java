package io.lotwire.registry;

import io.lotwire.lot.ItemId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The product numbers under which lots were named, gathered and kept together. */
final class LotNumbers {
    private final Handle handle;
    private final List<Numbered> numbers = new ArrayList<>();

    private record Numbered(long lotId, ItemId number) {}

    LotNumbers(Handle handle) {
        this.handle = handle;
    }

    /** A statement named a lot. */
    void add(long lotId, LotStatement statement) {
        statement.sortedItemIds().forEach(number -> numbers.add(new Numbered(lotId, number)));
    }

    /** Keeps those that are new. */
    void keep() {
        if (numbers.isEmpty()) {
            return;
        }
        handle.createUpdate("insert into lot_item (lot_id, scheme, value)"
                        + " select * from unnest(:ids, :schemes, :values) on conflict do nothing")
                .bindArray("ids", Long.class, column(Numbered::lotId))
                .bindArray("schemes", String.class, column(each -> each.number().scheme()))
                .bindArray("values", String.class, column(each -> each.number().value()))
                .execute();
    }

    private Object[] column(Function<Numbered, Object> value) {
        return numbers.stream().map(value).toArray();
    }
}
