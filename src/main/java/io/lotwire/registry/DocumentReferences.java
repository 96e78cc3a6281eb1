package io.lotwire.registry;

import io.lotwire.lot.Reference;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The business documents that transaction sets refer to, by which their events are found. */
final class DocumentReferences {
    /** So much of a number is found by; an index of PostgreSQL has no room for any length. */
    static final int LENGTH = 200;

    private final Handle handle;

    DocumentReferences(Handle handle) {
        this.handle = handle;
    }

    private record Named(long setId, String type, String value) {
        static Named of(long setId, Reference reference) {
            return new Named(setId, reference.type(), Cut.of(reference.value(), LENGTH));
        }
    }

    /** Keeps those that events name; each is kept once for its set. */
    void keep(Collection<StoredEvent> events) {
        Set<Named> named = new LinkedHashSet<>();
        StoredEvent last = null;
        for (StoredEvent stored : events) {
            if (last == null || !shares(last, stored)) {
                stored.event().references().forEach(each -> named.add(Named.of(stored.setId(), each)));
            }
            last = stored;
        }
        if (named.isEmpty()) {
            return;
        }
        handle.createUpdate("insert into document_reference (value, type, set_id)"
                        + " select * from unnest(:values, :types, :setIds) on conflict do nothing")
                .bindArray("values", String.class, column(named, Named::value))
                .bindArray("types", String.class, column(named, Named::type))
                .bindArray("setIds", Long.class, column(named, Named::setId))
                .execute();
    }

    @SuppressWarnings("ReferenceEquality") // The events of a document share the list, which need not be compared.
    private static boolean shares(StoredEvent last, StoredEvent next) {
        return last.setId() == next.setId()
                && last.event().references() == next.event().references();
    }

    private static Object[] column(Set<Named> named, Function<Named, Object> value) {
        return named.stream().map(value).toArray();
    }
}
