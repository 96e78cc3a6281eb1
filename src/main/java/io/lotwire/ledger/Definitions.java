package io.lotwire.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The editions of profiles, mappings and templates that ran, inside one transaction; each is kept once, for good. */
public final class Definitions {
    private final Handle handle;
    private final Instant now;
    private final Set<Edition> known;
    private final Set<Edition> kept = new HashSet<>();

    /**
     * @param known editions of which it is known that they are kept
     */
    Definitions(Handle handle, Instant now, Set<Edition> known) {
        this.handle = handle;
        this.now = now;
        this.known = known;
    }

    /** Keeps editions that ran; those that are kept already cost nothing. */
    public void keep(Collection<Definition> editions) {
        editions.stream()
                .distinct()
                .filter(edition -> !isKept(Edition.of(edition)))
                .sorted(Comparator.comparing(Definition::kind)
                        .thenComparing(Definition::name)
                        .thenComparing(Definition::version))
                .forEach(this::keep);
    }

    /** Keeps the editions that documents were written by. */
    public void keepWriting(Collection<WrittenBy> documents) {
        keep(documents.stream()
                .distinct()
                .flatMap(by -> Stream.concat(Stream.of(by.profile()), by.mapping().stream()))
                .toList());
    }

    /** What an edition said; empty when it never ran. */
    public Optional<Definition> find(Definition.Kind kind, String name, String version) {
        return handle.createQuery(
                        "select text from definition where kind = :kind and name = :name and version = :version")
                .bind("kind", kind.name())
                .bind("name", name)
                .bind("version", version)
                .mapTo(String.class)
                .findOne()
                .map(text -> new Definition(kind, name, version, text));
    }

    private boolean isKept(Edition edition) {
        return known.contains(edition) || kept.contains(edition);
    }

    private void keep(Definition definition) {
        handle.createUpdate("""
                        insert into definition (kind, name, version, text, first_used)
                        values (:kind, :name, :version, :text, :now)
                        on conflict (kind, name, version) do nothing
                        """)
                .bind("kind", definition.kind().name())
                .bind("name", definition.name())
                .bind("version", definition.version())
                .bind("text", definition.text())
                .bind("now", now)
                .execute();
        kept.add(Edition.of(definition));
    }

    /** What was kept here; it is known when the transaction is committed. */
    Set<Edition> kept() {
        return kept;
    }

    /** An edition without its text. */
    record Edition(Definition.Kind kind, String name, String version) {
        static Edition of(Definition definition) {
            return new Edition(definition.kind(), definition.name(), definition.version());
        }
    }
}
