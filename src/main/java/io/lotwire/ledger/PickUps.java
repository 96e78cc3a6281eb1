package io.lotwire.ledger;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** From where files were fetched, inside one transaction: tells a file put there again from one that was never moved. */
public final class PickUps {
    private final Handle handle;

    PickUps(Handle handle) {
        this.handle = handle;
    }

    /**
     * Notes that the content of an inbox row was found in a file.
     *
     * @param place the file's path on its server
     * @param putAt the time that the server gives it
     * @return false when it is the same file as the last time: nobody has put it there since
     */
    public boolean found(long inboxId, String place, Instant putAt) {
        return handle.createUpdate("""
                        insert into pick_up (inbox_id, place, put_at) values (:inboxId, :place, :putAt)
                        on conflict (inbox_id) do update set place = excluded.place, put_at = excluded.put_at
                            where pick_up.place <> excluded.place or pick_up.put_at <> excluded.put_at
                        """)
                        .bind("inboxId", inboxId)
                        .bind("place", place)
                        .bind("putAt", putAt)
                        .execute()
                == 1;
    }

    /**
     * Whether the content of this very file is in the inbox.
     *
     * @param partner whose server it is on
     * @param place the file's path there
     * @param putAt the time that the server gives it
     * @param size in bytes
     */
    public boolean knows(String partner, String place, Instant putAt, long size) {
        return handle.createQuery("""
                        select exists (select 1 from pick_up p join inbox i on i.id = p.inbox_id
                            where p.place = :place and p.put_at = :putAt and i.partner = :partner and i.size = :size)
                        """)
                .bind("partner", partner)
                .bind("place", place)
                .bind("putAt", putAt)
                .bind("size", size)
                .mapTo(Boolean.class)
                .one();
    }
}
