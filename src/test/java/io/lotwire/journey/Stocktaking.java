package io.lotwire.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lotwire.demo.As2Station;
import io.lotwire.demo.DemoDocuments;
import io.lotwire.demo.JmsErp;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Counts what became of ship notices of the farm, in the ledger and with each partner: everything once. */
final class Stocktaking {
    /** Lot events of one notice. */
    private static final long EVENTS = 9;

    /** Of these its traced lot has as many as there are pallets of it. */
    private static final long OF_THE_TRACED_LOT = 2;

    private static final Pattern ANSWERED = Pattern.compile("~\\s*AK1\\*SH\\*(\\d+)");
    private static final Pattern INTERCHANGE = Pattern.compile("^ISA(?:\\*[^*]*){12}\\*(\\d{9})\\*");
    private static final Pattern TRACED_LOT = Pattern.compile("\\bR\\d{3,}A\\b");
    private static final Pattern LOT_FEED = Pattern.compile("lots-GV(\\d{3,})-.+\\.csv");

    private final Partners partners;
    private final LedgerView ledger;
    private final Map<String, DemoDocuments> sent;

    /** @param sent the notices that were confirmed, by their Message-ID */
    Stocktaking(Partners partners, LedgerView ledger, Map<String, DemoDocuments> sent) {
        this.partners = partners;
        this.ledger = ledger;
        this.sent = sent;
    }

    /** Waits until nothing is to be done any more. */
    void awaitNothingUnderWay(Duration longest) {
        await("nothing is under way").atMost(longest).untilAsserted(() -> assertThat(underWay())
                .isZero());
    }

    private long underWay() {
        return ledger.count("select (select count(*) from inbox where state in ('RECEIVED', 'READ'))"
                + " + (select count(*) from delivery where state in ('NEW', 'WRITTEN', 'SENT'))");
    }

    /** Nothing waits for a person. */
    void nothingIsParked() {
        for (String table : List.of("inbox", "transaction_set", "delivery")) {
            assertThat(ledger.count("select count(*) from " + table + " where state in ('PARKED', 'REJECTED')"))
                    .as("parked or rejected in " + table)
                    .isZero();
        }
    }

    /** Each message is in the inbox once, and its lot events are stored once. */
    void eachIsStoredOnce() {
        List<String> stored = ledger.ask(handle -> handle.createQuery("select concat_ws(' ', i.message_id, i.state,"
                        + " (select count(*) from transaction_set s where s.inbox_id = i.id),"
                        + " (select count(*) from lot_event e where e.inbox_id = i.id))"
                        + " from inbox i where partner = 'green-valley-farm'")
                .mapTo(String.class)
                .list());
        assertThat(stored)
                .as("messages, their states, sets and lot events")
                .containsExactlyInAnyOrderElementsOf(
                        sent.keySet().stream().map(id -> id + " TRANSLATED 1 " + EVENTS).toList());
        Map<String, Long> byLot = ledger.ask(handle -> handle.createQuery("select lot_code, count(*) from lot_event"
                        + " where partner = 'green-valley-farm' and lot_code like 'R%' group by lot_code")
                .reduceRows(new TreeMap<String, Long>(), (counts, row) -> {
                    counts.put(row.getColumn(1, String.class), row.getColumn(2, Long.class));
                    return counts;
                }));
        assertThat(byLot).isEqualTo(numbered(DemoDocuments::tracedLot).stream()
                .collect(Collectors.toMap(lot -> lot, lot -> OF_THE_TRACED_LOT)));
    }

    /** The farm has one 997 for each, under a control number of its own, and none was left out. */
    void eachIsAnsweredOnce() throws IOException {
        List<String> answered = new ArrayList<>();
        List<Long> interchanges = new ArrayList<>();
        for (As2Station.Delivery delivery : partners.farm().deliveries()) {
            String answer = Files.readString(delivery.file(), US_ASCII);
            answered.addAll(found(ANSWERED, answer));
            found(INTERCHANGE, answer).forEach(number -> interchanges.add(Long.valueOf(number)));
        }
        assertThat(answered)
                .as("groups of the farm that a 997 speaks of")
                .containsExactlyInAnyOrderElementsOf(numbered(document -> groupOf(document)));
        assertThat(interchanges).doesNotHaveDuplicates().hasSize(sent.size());
        assertThat(interchanges.stream().mapToLong(Long::longValue).max())
                .as("the last control number, when none is left out")
                .hasValue(sent.size());
    }

    /** The warehouse has one lot feed for each, the ERP one EPCIS document. */
    void eachSubscriberHasItOnce(List<JmsErp.Arrived> erp) {
        assertThat(partners.warehouse().inbound().stream()
                        .flatMap(name -> found(LOT_FEED, name).stream()))
                .as("lot feeds")
                .containsExactlyInAnyOrderElementsOf(numbered(DemoDocuments::run));
        assertThat(erp.stream()
                        .map(Stocktaking::tracedLot))
                .as("EPCIS documents")
                .containsExactlyInAnyOrderElementsOf(numbered(DemoDocuments::tracedLot));
    }

    private static String tracedLot(JmsErp.Arrived document) {
        return found(TRACED_LOT, document.text()).stream().distinct().collect(Collectors.joining(" and "));
    }

    private static String groupOf(DemoDocuments documents) {
        return Integer.toString(Integer.parseInt(documents.run()));
    }

    private List<String> numbered(Function<DemoDocuments, String> name) {
        return sent.values().stream().map(name).toList();
    }

    private static List<String> found(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.groupCount() == 0 ? matcher.group() : matcher.group(1));
        }
        return found;
    }
}
