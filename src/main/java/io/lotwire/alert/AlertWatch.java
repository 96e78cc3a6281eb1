package io.lotwire.alert;

import io.lotwire.ledger.Archive;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.NewDelivery;
import io.lotwire.ledger.WrittenDocument;
import io.lotwire.lot.Word;
import io.lotwire.partner.AlertRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes due what open alerts have to tell now: each step once, however many look, and however often one is cut off. Its bytes are
 * kept with it, so that they are the same each time it is sent.
 */
public final class AlertWatch {
    /** So many steps at a time: the rest the next time, which is soon. */
    private static final int AT_ONCE = 100;

    /** So many doubts are told; who wants to know all of them asks. */
    private static final int MOST_TOLD = 200;

    private final LedgerTransaction tx;
    private final Archive archive;
    private final Supplier<String> messageIds;

    /**
     * In a transaction.
     *
     * @param messageIds gives each message an id of its own
     */
    public AlertWatch(LedgerTransaction tx, Archive archive, Supplier<String> messageIds) {
        this.tx = tx;
        this.archive = archive;
        this.messageIds = messageIds;
    }

    private record Due(long alert, int ordinal, String partner, String wire, String format) {
        String key() {
            return "alert " + alert + ", step " + ordinal;
        }
    }

    /**
     * Looks once.
     *
     * @return how many are told now
     */
    public int look() throws IOException {
        List<Due> due = tx.handle()
                .createQuery("""
                        select s.alert_id, s.ordinal, s.partner, s.wire, s.format
                        from alert_step s join alert a on a.id = s.alert_id
                        where s.delivery_id is null and s.due_at <= :now and a.state = 'open'
                        order by s.due_at, s.alert_id, s.ordinal limit :atOnce for update of s skip locked
                        """)
                .bind("now", tx.now())
                .bind("atOnce", AT_ONCE)
                .map((row, context) -> new Due(
                        row.getLong("alert_id"),
                        row.getInt("ordinal"),
                        row.getString("partner"),
                        row.getString("wire"),
                        row.getString("format")))
                .list();
        if (due.isEmpty()) {
            return 0;
        }
        Alerts alerts = new Alerts(tx);
        List<NewDelivery> deliveries = new ArrayList<>();
        for (Due each : due) {
            deliveries.add(delivery(each, alerts));
        }
        tx.outbox().add(deliveries);
        tx.handle()
                .createUpdate("""
                        with told as (
                            update alert_step s set delivery_id = d.id
                            from unnest(:keys, :alerts, :ordinals) as row (key, alert, ordinal)
                                join delivery d on d.delivery_key = row.key
                            where s.alert_id = row.alert and s.ordinal = row.ordinal
                            returning s.alert_id, s.ordinal, s.partner, s.wire, s.delivery_id)
                        insert into alert_event (alert_id, delivery_id, did, at, by_whom, note)
                        select alert_id, delivery_id, 'told', :now, :gateway, partner || ' over ' || wire
                        from told order by alert_id, ordinal
                        """)
                .bindArray("keys", String.class, due.stream().map(Due::key).toArray())
                .bindArray("alerts", Long.class, due.stream().map(Due::alert).toArray())
                .bindArray(
                        "ordinals",
                        Integer.class,
                        due.stream().map(Due::ordinal).toArray())
                .bind("now", tx.now())
                .bind("gateway", Alert.GATEWAY)
                .execute();
        return due.size();
    }

    private NewDelivery delivery(Due due, Alerts alerts) throws IOException {
        Alert alert = alerts.find(due.alert()).orElseThrow();
        List<Doubt> doubts = alerts.doubts(due.alert(), MOST_TOLD);
        boolean text = due.format().equals(Word.of(AlertRule.As.TEXT));
        String message = text
                ? AlertText.message(alert, doubts, due.ordinal())
                : AlertJson.message(alert, doubts, due.ordinal());
        WrittenDocument written = new WrittenDocument(
                archive.keep(message.getBytes(StandardCharsets.UTF_8)),
                text ? "text/plain; charset=utf-8" : "application/json",
                "alert-" + due.alert() + "-" + due.ordinal() + (text ? ".txt" : ".json"),
                messageIds.get(),
                Optional.empty());
        return NewDelivery.ofAlert(due.key(), due.partner(), alert.rule(), due.format(), due.wire(), written);
    }
}
