package io.lotwire.alert;

import io.lotwire.digest.Sha256;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.Word;
import io.lotwire.partner.AlertRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The alerts that are kept, inside one transaction; what was done about one is added to, and never changed. */
public final class Alerts {
    private final Handle handle;
    private final Instant now;

    /** Those in this transaction. */
    public Alerts(LedgerTransaction tx) {
        this.handle = tx.handle();
        this.now = tx.now();
    }

    /**
     * Makes an alert of the doubts of which none was made before.
     *
     * @param rule by what it is told, with the name of its profile
     * @param tell who is told, in order
     * @param subject what the doubts are about
     * @return its number; empty when there is nothing new
     */
    public Optional<Long> raise(String rule, List<AlertRule.Step> tell, Subject subject, List<Doubt> doubts) {
        Map<String, Doubt> fresh = fresh(subject, doubts);
        if (fresh.isEmpty()) {
            return Optional.empty();
        }
        long id = insert(rule, subject);
        if (insertDoubts(id, fresh) == 0) {
            // Another transaction told of all of them since they were looked for.
            handle.createUpdate("delete from alert where id = :id")
                    .bind("id", id)
                    .execute();
            return Optional.empty();
        }
        insertSteps(id, tell);
        event(id, null, Alert.Deed.OPENED, Alert.GATEWAY, "");
        return Optional.of(id);
    }

    private Map<String, Doubt> fresh(Subject subject, List<Doubt> doubts) {
        Map<String, Doubt> byKey = new LinkedHashMap<>();
        doubts.forEach(doubt -> byKey.putIfAbsent(Sha256.hex(subject.identity() + "\n" + doubt.identity()), doubt));
        Set<String> told = handle.createQuery("select issue_key from alert_issue where issue_key = any (:keys)")
                .bindArray("keys", String.class, byKey.keySet().toArray())
                .mapTo(String.class)
                .set();
        byKey.keySet().removeAll(told);
        return byKey;
    }

    private long insert(String rule, Subject subject) {
        return handle.createQuery("""
                        insert into alert (rule, subject, partner, document, document_number, set_id, opened_at)
                        values (:rule, :subject, :partner, :document, :number, nullif(:set, 0), :now) returning id
                        """)
                .bind("rule", rule)
                .bind("subject", subject.words())
                .bind("partner", subject.partner())
                .bind("document", subject.document())
                .bind("number", subject.documentNumber())
                .bind("set", subject.setId())
                .bind("now", now)
                .mapTo(Long.class)
                .one();
    }

    private int insertDoubts(long id, Map<String, Doubt> doubts) {
        return handle.createUpdate("""
                        insert into alert_issue (alert_id, issue_key, code, lot, gtin, message)
                        select :id, row.* from unnest(:keys, :codes, :lots, :gtins, :messages) as row
                        on conflict (issue_key) do nothing
                        """)
                .bind("id", id)
                .bindArray("keys", String.class, doubts.keySet().toArray())
                .bindArray(
                        "codes",
                        String.class,
                        doubts.values().stream().map(Doubt::code).toArray())
                .bindArray(
                        "lots",
                        String.class,
                        doubts.values().stream().map(Doubt::lot).toArray())
                .bindArray(
                        "gtins",
                        String.class,
                        doubts.values().stream().map(Doubt::gtin).toArray())
                .bindArray(
                        "messages",
                        String.class,
                        doubts.values().stream().map(Doubt::message).toArray())
                .execute();
    }

    private void insertSteps(long id, List<AlertRule.Step> tell) {
        handle.createUpdate("""
                        insert into alert_step (alert_id, ordinal, partner, wire, format, due_at)
                        select :id, row.ordinal, row.partner, row.wire, row.format,
                            cast(:now as timestamptz) + row.after * interval '1 second'
                        from unnest(:partners, :wires, :formats, :afters) with ordinality
                            as row (partner, wire, format, after, ordinal)
                        """)
                .bind("id", id)
                .bind("now", now)
                .bindArray(
                        "partners",
                        String.class,
                        tell.stream().map(AlertRule.Step::partner).toArray())
                .bindArray(
                        "wires",
                        String.class,
                        tell.stream().map(step -> step.over().word()).toArray())
                .bindArray(
                        "formats",
                        String.class,
                        tell.stream().map(step -> Word.of(step.as())).toArray())
                .bindArray(
                        "afters",
                        Long.class,
                        tell.stream().map(step -> step.after().toSeconds()).toArray())
                .execute();
    }

    /** The one of a number. */
    public Optional<Alert> find(long id) {
        return alerts("a.id = :id", id).stream().findFirst();
    }

    /** Those that are not closed, and with those that are all; by their numbers. */
    public List<Alert> list(boolean closedToo) {
        return alerts(closedToo ? "a.id > :id" : "a.id > :id and a.state <> 'closed'", 0);
    }

    private List<Alert> alerts(String which, long id) {
        return handle.createQuery("""
                        select a.*, i.codes, i.doubts from alert a,
                            lateral (select array_agg(distinct code order by code) as codes, count(*) as doubts
                                from alert_issue where alert_id = a.id) i
                        where <which> order by a.id
                        """.replace("<which>", which))
                .bind("id", id)
                .map((row, context) -> alert(row))
                .list();
    }

    private static Alert alert(ResultSet row) throws SQLException {
        return new Alert(
                row.getLong("id"),
                row.getString("rule"),
                new Subject(
                        "",
                        row.getString("subject"),
                        row.getString("partner"),
                        row.getString("document"),
                        row.getString("document_number"),
                        row.getLong("set_id")),
                constant(Alert.State.class, row.getString("state")),
                row.getTimestamp("opened_at").toInstant(),
                Arrays.asList((String[]) row.getArray("codes").getArray()),
                row.getInt("doubts"));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) throws SQLException {
        return Word.constant(type, word)
                .orElseThrow(() -> new SQLException("'" + word + "' is no " + type.getSimpleName()));
    }

    /** The doubts of one, in the order in which they were found, so many at most. */
    public List<Doubt> doubts(long id, int most) {
        return handle.createQuery(
                        "select code, lot, gtin, message from alert_issue where alert_id = :id order by id limit :most")
                .bind("id", id)
                .bind("most", most)
                .map((row, context) -> new Doubt(
                        "",
                        row.getString("code"),
                        row.getString("lot"),
                        row.getString("gtin"),
                        row.getString("message")))
                .list();
    }

    /** Who is told of one, in order; those whom it did not come to are left out once it is taken. */
    public List<Alert.Step> steps(long id) {
        return handle.createQuery("""
                        select s.*, d.state from alert_step s left join delivery d on d.id = s.delivery_id
                        where s.alert_id = :id order by s.ordinal
                        """)
                .bind("id", id)
                .map((row, context) -> new Alert.Step(
                        row.getInt("ordinal"),
                        row.getString("partner"),
                        row.getString("wire"),
                        row.getString("format"),
                        row.getTimestamp("due_at").toInstant(),
                        row.getLong("delivery_id"),
                        row.getString("state") == null ? "" : row.getString("state")))
                .list();
    }

    /** What was done about one, in order. */
    public List<Alert.Event> events(long id) {
        return handle.createQuery("select did, at, by_whom, note from alert_event where alert_id = :id order by id")
                .bind("id", id)
                .map((row, context) -> new Alert.Event(
                        constant(Alert.Deed.class, row.getString("did")),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by_whom"),
                        row.getString("note")))
                .list();
    }

    /** How many are not closed, by how far they are. */
    public Map<Alert.State, Long> notClosed() {
        Map<Alert.State, Long> counts = new EnumMap<>(Alert.State.class);
        handle.createQuery("select state, count(*) as count from alert where state <> 'closed' group by state")
                .map((row, context) ->
                        Map.entry(constant(Alert.State.class, row.getString("state")), row.getLong("count")))
                .forEach(each -> counts.put(each.getKey(), each.getValue()));
        return counts;
    }

    /**
     * Somebody looks after one: nobody else is told.
     *
     * @return false when none of this number is open
     */
    public boolean take(long id, String by, String note) {
        return settle(id, "taken", "state = 'open'", Alert.Deed.TAKEN, by, note);
    }

    /**
     * Settles one: nobody is told any more.
     *
     * @return false when none of this number is open or taken
     */
    public boolean close(long id, String by, String note) {
        return settle(id, "closed", "state <> 'closed'", Alert.Deed.CLOSED, by, note);
    }

    private boolean settle(long id, String state, String when, Alert.Deed did, String by, String note) {
        boolean settled = handle.createUpdate("update alert set state = :state where id = :id and " + when)
                        .bind("state", state)
                        .bind("id", id)
                        .execute()
                == 1;
        if (settled) {
            handle.createUpdate("delete from alert_step where alert_id = :id and delivery_id is null")
                    .bind("id", id)
                    .execute();
            event(id, null, did, by, note);
        }
        return settled;
    }

    void event(long id, Long delivery, Alert.Deed did, String by, String note) {
        handle.createUpdate("""
                        insert into alert_event (alert_id, delivery_id, did, at, by_whom, note)
                        values (:id, :delivery, :did, :now, :by, :note)
                        """)
                .bind("id", id)
                .bind("delivery", delivery)
                .bind("did", Word.of(did))
                .bind("now", now)
                .bind("by", by)
                .bind("note", note)
                .execute();
    }
}
