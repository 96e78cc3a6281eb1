package io.lotwire.journey;

import static org.awaitility.Awaitility.await;

import io.lotwire.embedded.DatabaseAddress;
import io.lotwire.ledger.Delivery;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.InboxState;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.PartnersAnswers;
import io.lotwire.ledger.SetRow;
import io.lotwire.ledger.SetState;
import io.lotwire.ledger.StoredProblem;
import io.lotwire.ledger.WrittenDocument;
import io.lotwire.lot.json.LotEventJson;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/** A look into the gateway's real database, from outside its process. */
final class LedgerView {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> TABLES =
            List.of("inbox", "interchange", "transaction_set", "lot_event", "delivery");
    private static final int ALL = 10_000;
    private static final Set<InboxState> DONE = Set.of(InboxState.TRANSLATED, InboxState.REJECTED, InboxState.PARKED);

    private final Ledger ledger;

    LedgerView(DatabaseAddress database) {
        this.ledger = new Ledger(database.unpooled(), Clock.systemUTC());
    }

    /** Waits until the inbox row of an AS2 message is committed. */
    InboxRow received(String messageId) {
        return await("message " + messageId + " in the inbox")
                .atMost(PATIENCE)
                .until(() -> find(row -> row.messageId().equals(messageId)), Optional::isPresent)
                .orElseThrow();
    }

    /** Waits until a file of this name is in the inbox. */
    InboxRow receivedFile(String fileName) {
        return await("file " + fileName + " in the inbox")
                .atMost(PATIENCE)
                .until(() -> find(row -> row.fileName().equals(fileName)), Optional::isPresent)
                .orElseThrow();
    }

    /** Waits until nothing is left to be done with an AS2 message but its deliveries. */
    InboxRow done(String messageId) {
        return done(row -> row.messageId().equals(messageId), "message " + messageId);
    }

    /** Waits until nothing is left to be done with a file of this name but its deliveries. */
    InboxRow doneFile(String fileName) {
        return done(row -> row.fileName().equals(fileName), "file " + fileName);
    }

    /** Waits until nothing is to be done any more with any file or delivery. */
    void awaitNothingUnderWay(Duration longest) {
        await("nothing is under way")
                .atMost(longest)
                .until(() -> count("select (select count(*) from inbox where state in ('RECEIVED', 'READ'))"
                                + " + (select count(*) from delivery where state in ('NEW', 'WRITTEN', 'SENT'))")
                        == 0);
    }

    /** Waits until nothing of what a row caused is on its way any more. */
    List<Delivery> delivered(InboxRow row) {
        return await("the deliveries of inbox " + row.id())
                .atMost(PATIENCE)
                .until(() -> deliveries(row), deliveries -> deliveries.stream()
                        .noneMatch(delivery -> delivery.state().onItsWay()));
    }

    /** Waits until a delivery is in this state. */
    Delivery delivery(long id, DeliveryState state) {
        return await("delivery " + id + " is " + state)
                .atMost(PATIENCE)
                .until(
                        () -> ledger.inTransaction(tx -> tx.outbox().find(id)).orElseThrow(),
                        delivery -> delivery.state() == state);
    }

    /** What a row caused, as it stands. */
    List<Delivery> deliveries(InboxRow row) {
        return ledger.inTransaction(tx -> tx.outbox().of(row.id()));
    }

    /** The lot events of a row, in the order in which they were stored, each a JSON object on a line of its own. */
    String events(InboxRow row) {
        List<String> events = ask(handle -> handle.createQuery("select event from lot_event where set_id in"
                        + " (select id from transaction_set where inbox_id = :id) order by seq")
                .bind("id", row.id())
                .mapTo(String.class)
                .list());
        StringBuilder lines = new StringBuilder();
        events.forEach(event -> lines.append(
                        LotEventJson.line(LotEventJson.read(event)).strip())
                .append('\n'));
        return lines.toString();
    }

    /** All that the database says of a row, for people: its state, its problems and those of its sets, what it caused. */
    String account(InboxRow row) {
        StringBuilder account = new StringBuilder("inbox " + row.state());
        account.append(row.cause().map(cause -> ": " + cause.sentence()).orElse(""))
                .append('\n');
        problemsOf(row).forEach(problem -> account.append("  ").append(problem).append('\n'));
        for (SetRow set : ledger.inTransaction(tx -> tx.sets().of(row.id()))) {
            account.append("set %d: %s %s '%s' %s%n"
                    .formatted(
                            set.ordinal(),
                            set.document(),
                            set.setControlNumber(),
                            set.documentNumber().orElse(""),
                            set.state()));
            set.problems()
                    .forEach(problem ->
                            account.append("  ").append(words(problem)).append('\n'));
        }
        account.append("lot events: ").append(events(row).lines().count()).append('\n');
        deliveries(row)
                .forEach(delivery -> account.append("delivery: %s to %s by %s %s%n"
                        .formatted(delivery.format(), delivery.partner(), delivery.wire(), delivery.state())));
        return account.toString();
    }

    private List<String> problemsOf(InboxRow row) {
        return ask(handle -> handle.createQuery("select p->>'place', p->>'severity', p->>'code', p->>'message'"
                        + " from inbox, jsonb_array_elements(problems) with ordinality as x (p, position)"
                        + " where id = :id order by position")
                .bind("id", row.id())
                .map((found, context) -> words(new StoredProblem(
                        found.getString(3), found.getString(2), found.getString(1), found.getString(4))))
                .list());
    }

    private static String words(StoredProblem problem) {
        return "%s: %s %s: %s".formatted(problem.place(), problem.severity(), problem.code(), problem.message());
    }

    /** How many rows each table has, and the last control numbers taken: equal when nothing has happened. */
    Map<String, Long> totals() {
        Map<String, Long> totals = new TreeMap<>();
        for (String table : TABLES) {
            totals.put(table, count("select count(*) from " + table));
        }
        ask(handle -> handle.createQuery(
                                "select concat_ws(' ', 'control number', partner, direction, kind, usage), last"
                                        + " from control_number")
                        .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                        .list())
                .forEach(number -> totals.put(number.getKey(), number.getValue()));
        return totals;
    }

    /** What has been added since these totals; what has not changed is left out. */
    Map<String, Long> since(Map<String, Long> before) {
        Map<String, Long> added = new TreeMap<>(totals());
        added.replaceAll((name, value) -> value - before.getOrDefault(name, 0L));
        added.values().removeIf(value -> value == 0);
        return added;
    }

    /** How many there are. */
    long count(String query) {
        return ask(handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    /** The row that used the message id of another one for other content. */
    InboxRow conflictingWith(InboxRow first) {
        return find(row -> row.messageId().equals(first.messageId()) && row.id() != first.id())
                .orElseThrow();
    }

    /** As if time had passed: waits between attempts, and the lease of a process that was killed, are over. */
    void letDeliveriesBeDue() {
        ask(handle -> handle.execute("update delivery set next_attempt_at = now() where state in ('WRITTEN', 'SENT')"));
    }

    /** Makes the past longer: what was confirmed was confirmed so much earlier. */
    void age(Duration by) {
        ask(handle -> handle.execute(
                "update delivery set changed_at = changed_at - make_interval(secs => ?) where state = 'CONFIRMED'",
                by.toSeconds()));
    }

    /** As if a partner had accepted all that they got, each group by a 997. */
    void acceptAll(String partner) {
        ledger.useTransaction(tx -> tx.status().latestDeliveries(ALL).stream()
                .filter(delivery -> delivery.partner().equals(partner) && delivery.state() == DeliveryState.CONFIRMED)
                .flatMap(delivery -> delivery.document().flatMap(WrittenDocument::envelope).stream())
                .forEach(sent -> tx.answers()
                        .aboutGroup(
                                partner,
                                sent.usage(),
                                sent.groupControlNumber().orElse(""),
                                PartnersAnswers.Effect.ACCEPTED,
                                "997: accepted")));
    }

    /** What a question answers. */
    <T> T ask(Question<T> question) {
        return ledger.inTransaction(tx -> question.ask(tx.handle()));
    }

    /** A question to the database. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Handle handle);
    }

    private InboxRow done(Predicate<InboxRow> wanted, String what) {
        return await(what + " is done")
                .atMost(PATIENCE)
                .until(() -> find(row -> wanted.test(row) && DONE.contains(row.state())), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<InboxRow> find(Predicate<InboxRow> wanted) {
        return ledger.inTransaction(tx -> tx.status().latestArrivals(ALL)).stream()
                .filter(wanted)
                .findFirst();
    }

    /** What became of each transaction set of a row, in order. */
    List<SetState> sets(InboxRow row) {
        return ledger.inTransaction(tx -> tx.sets().of(row.id())).stream()
                .map(SetRow::state)
                .toList();
    }
}
