package io.lotwire.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.demo.As2Station;
import io.lotwire.demo.DemoDocuments;
import io.lotwire.embedded.BrokerAddress;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts what became of some ship notices of the farm, in the ledger and with each partner: everything once. */
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

    /**
     * Waits until nothing is to be done any more, and counts.
     *
     * @param broker where the ERP's queue is, which is emptied
     */
    void everythingIsDoneOnce(Duration longest, BrokerAddress broker) throws IOException, JMSException {
        ledger.awaitNothingUnderWay(longest);
        nothingIsParked();
        eachIsStoredOnce();
        eachIsAnsweredOnce();
        eachSubscriberHasItOnce(ErpQueue.takeAll(broker));
    }

    /** Nothing waits for a person. */
    private void nothingIsParked() {
        for (String table : List.of("inbox", "transaction_set", "delivery")) {
            assertThat(ledger.count("select count(*) from " + table + " where state in ('PARKED', 'REJECTED')"))
                    .as("parked or rejected in " + table)
                    .isZero();
        }
    }

    /** Each message is in the inbox once, and its lot events are stored once. */
    private void eachIsStoredOnce() {
        List<String> stored = ledger.ask(handle -> handle.createQuery("select concat_ws(' ', i.message_id, i.state,"
                        + " (select count(*) from transaction_set s where s.inbox_id = i.id),"
                        + " (select count(*) from lot_event e join transaction_set s on s.id = e.set_id"
                        + " where s.inbox_id = i.id))"
                        + " from inbox i where message_id = any (:ids)")
                .bindArray("ids", String.class, sent.keySet())
                .mapTo(String.class)
                .list());
        assertThat(stored)
                .as("messages, their states, sets and lot events")
                .containsExactlyInAnyOrderElementsOf(sent.keySet().stream()
                        .map(id -> id + " TRANSLATED 1 " + EVENTS)
                        .toList());
        List<String> traced = ledger.ask(handle -> handle.createQuery(
                        "select code || ' ' || count(*) from (select cast(event as jsonb) #>> '{lot,code}' as code"
                                + " from lot_event) e where code = any (:lots) group by code")
                .bindArray("lots", String.class, numbers(DemoDocuments::tracedLot))
                .mapTo(String.class)
                .list());
        assertThat(traced)
                .as("lots and their events")
                .containsExactlyInAnyOrderElementsOf(
                        numbers(documents -> documents.tracedLot() + " " + OF_THE_TRACED_LOT));
    }

    /** The farm has one 997 for each; each of all its 997s has a control number of its own, and none is left out. */
    private void eachIsAnsweredOnce() throws IOException {
        List<String> answered = new ArrayList<>();
        List<Long> interchanges = new ArrayList<>();
        for (As2Station.Delivery delivery : partners.farm().deliveries()) {
            String answer = Files.readString(delivery.file(), US_ASCII);
            answered.addAll(found(ANSWERED, answer));
            found(INTERCHANGE, answer).forEach(number -> interchanges.add(Long.valueOf(number)));
        }
        assertEachOnce(answered, Stocktaking::group, "groups of the farm that a 997 speaks of");
        assertThat(interchanges).as("control numbers").doesNotHaveDuplicates();
        assertThat(interchanges.stream().mapToLong(Long::longValue).max())
                .as("the last of them")
                .hasValue(interchanges.size());
    }

    /**
     * The warehouse has one lot feed for each, the ERP one EPCIS document.
     *
     * @param erp all that the ERP got
     */
    private void eachSubscriberHasItOnce(List<String> erp) {
        List<String> feeds = partners.warehouse().inbound().stream()
                .flatMap(name -> found(LOT_FEED, name).stream())
                .toList();
        assertEachOnce(feeds, DemoDocuments::run, "lot feeds");
        List<String> documents = erp.stream()
                .flatMap(text -> found(TRACED_LOT, text).stream().distinct())
                .toList();
        assertEachOnce(documents, DemoDocuments::tracedLot, "EPCIS documents");
    }

    /** What is found of others is left out. */
    private void assertEachOnce(List<String> found, Function<DemoDocuments, String> number, String what) {
        List<String> expected = numbers(number);
        assertThat(found).as(what).filteredOn(expected::contains).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static String group(DemoDocuments documents) {
        return Integer.toString(Integer.parseInt(documents.run()));
    }

    private List<String> numbers(Function<DemoDocuments, String> name) {
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
