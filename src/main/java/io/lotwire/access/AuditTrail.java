package io.lotwire.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lotwire.ledger.Keyset;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * What was changed and by whom, inside one transaction, so that a change and its row stay or go together. It is only ever added to: the
 * database refuses the rest.
 */
public final class AuditTrail {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LONGEST_WHY = 4000;
    private static final int LONGEST_NAME = 400;

    private static final String COLUMNS = """
            at, actor_kind, actor, actor_id, role, address, did, subject_kind, subject, partner, before, after, why, request
            """;

    private static final String VALUES = """
            :now, :actorKind, :actor, :actorId, :role, :address, :did, :subjectKind, :subject, :partner,
            cast(:before as jsonb), cast(:after as jsonb), :why, :request
            """;

    private final Handle handle;
    private final Instant now;

    public AuditTrail(LedgerTransaction transaction) {
        this.handle = transaction.handle();
        this.now = transaction.now();
    }

    /** Adds what was done; answers the number of its row. */
    public long add(Deed deed) {
        return bound(
                        deed,
                        handle.createQuery("insert into audit (" + COLUMNS + ") values (" + VALUES + ") returning id"))
                .mapTo(Long.class)
                .one();
    }

    /**
     * Adds what somebody does again and again, such as that they saw a document, once a day (UTC).
     *
     * @return whether this was the first time today
     */
    public boolean addOnceADay(Deed deed) {
        return bound(deed, handle.createUpdate("insert into audit (" + COLUMNS + ") select " + VALUES + """
                         where not exists (select from audit
                            where subject_kind = :subjectKind and subject = :subject and did = :did
                                and actor_kind = :actorKind and actor = :actor and actor_id = :actorId and at >= :today)
                        """))
                        .bind("today", now.truncatedTo(ChronoUnit.DAYS))
                        .execute()
                == 1;
    }

    /**
     * What was done, the newest first.
     *
     * @param after the last row of the page before; empty for the first page
     * @param most so many rows at most
     */
    public Page<AuditRow> page(AuditFilter filter, Optional<Keyset> after, int most) {
        AuditConditions conditions = AuditConditions.of(filter, after);
        List<AuditRow> found = handle.createQuery(
                        "select * from audit" + conditions.where() + " order by id desc limit :most")
                .bindMap(conditions.values())
                .bind("most", most + 1)
                .map((row, context) -> row(row))
                .list();
        return Page.of(found, most, row -> Keyset.of(row.id()));
    }

    /**
     * What of a row goes into the hash chain: the RFC 8785 form of its JSON. This is the one place that makes these bytes, and they are
     * the same whenever they are made.
     */
    public static byte[] leaf(AuditRow row) {
        return CanonicalJson.bytes(AuditJson.of(row));
    }

    private static AuditRow row(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor_kind"),
                row.getString("actor"),
                row.getString("actor_id"),
                row.getString("role"),
                row.getString("address"),
                row.getString("did"),
                row.getString("subject_kind"),
                row.getString("subject"),
                row.getString("partner"),
                json(row.getString("before")),
                json(row.getString("after")),
                row.getString("why"),
                row.getString("request"));
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(MAPPER.readTree(text));
        } catch (JsonProcessingException noJson) {
            throw new IllegalStateException("what the database keeps as JSON is none", noJson);
        }
    }

    private <S extends SqlStatement<S>> S bound(Deed deed, S statement) {
        Asker who = deed.who();
        return statement
                .bind("now", now)
                .bind("actorKind", who.kind().word())
                .bind("actor", KeptText.of(who.name(), LONGEST_NAME))
                .bind("actorId", who.id())
                .bind("role", who.role().word())
                .bind("address", who.address())
                .bind("did", deed.did())
                .bind("subjectKind", deed.subjectKind())
                .bind("subject", KeptText.of(deed.subject(), LONGEST_NAME))
                .bind("partner", deed.partner())
                .bind("before", deed.before().map(KeptJson::of).orElse(null))
                .bind("after", deed.after().map(KeptJson::of).orElse(null))
                .bind("why", KeptText.of(deed.why(), LONGEST_WHY))
                .bind("request", who.request());
    }
}
