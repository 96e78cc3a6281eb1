package io.lotwire.ledger;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The editions of profiles, mappings and templates that ran, inside one transaction; each is kept once, for good. */
public final class Definitions {
    private final Handle handle;
    private final Instant now;

    Definitions(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /** An inbox row is judged by this profile. */
    public void judgedBy(long inboxId, Definition profile) {
        keep(profile);
        handle.createUpdate("update inbox set profile_version = :version where id = :id")
                .bind("id", inboxId)
                .bind("version", profile.version())
                .execute();
    }

    /** A transaction set is translated by this profile and this mapping. */
    public void translatedBy(long setId, Definition profile, Definition mapping) {
        keep(profile);
        keep(mapping);
        handle.createUpdate("""
                        update transaction_set set profile_version = :profile, mapping_name = :name,
                            mapping_version = :mapping
                        where id = :id
                        """)
                .bind("id", setId)
                .bind("profile", profile.version())
                .bind("name", mapping.name())
                .bind("mapping", mapping.version())
                .execute();
    }

    /** A delivery is written by this profile. */
    public void writtenBy(long deliveryId, Definition profile) {
        keep(profile);
        handle.createUpdate("update delivery set profile_version = :version where id = :id")
                .bind("id", deliveryId)
                .bind("version", profile.version())
                .execute();
    }

    /** A delivery is written by this out-mapping or template. */
    public void writtenWith(long deliveryId, Definition mapping) {
        keep(mapping);
        handle.createUpdate("update delivery set mapping_name = :name, mapping_version = :version where id = :id")
                .bind("id", deliveryId)
                .bind("name", mapping.name())
                .bind("version", mapping.version())
                .execute();
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

    /** Its text travels to the database only when it is not there. */
    private void keep(Definition definition) {
        boolean there = handle.createQuery(
                                "select count(*) from definition where kind = :kind and name = :name and version = :version")
                        .bind("kind", definition.kind().name())
                        .bind("name", definition.name())
                        .bind("version", definition.version())
                        .mapTo(Integer.class)
                        .one()
                > 0;
        if (there) {
            return;
        }
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
    }
}
