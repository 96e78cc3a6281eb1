package io.lotwire.demo;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.OutgoingPayload;
import io.lotwire.as2.Sent;
import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.keys.As2Exception;
import io.lotwire.gateway.RunningGateway;
import io.lotwire.ledger.Cargo;
import io.lotwire.ledger.Delivery;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.InboxState;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.LotEvents.SetStretch;
import io.lotwire.ledger.WrittenDocument;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.json.LotEventJson;
import io.lotwire.registry.KnownLot;
import io.lotwire.registry.LotSearch;
import io.lotwire.registry.TraceDirection;
import io.lotwire.registry.TraceText;
import io.lotwire.registry.Tracer;
import io.lotwire.registry.balance.BalanceText;
import io.lotwire.registry.balance.Balances;
import io.lotwire.registry.balance.LotBalance;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the partners do in the demo, in order, and what is shown of it. */
final class DemoScript {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK_EVERY = Duration.ofMillis(150);
    private static final int LATEST = 20;
    private static final String ERP = "northgate-erp";
    private static final String ERP_QUEUE = "erp.lot-events";

    private final RunningGateway gateway;
    private final Companies companies;
    private final DemoDocuments documents;
    private final DemoScreen screen;
    private final Ledger ledger;

    DemoScript(RunningGateway gateway, Companies companies, DemoDocuments documents, DemoScreen screen) {
        this.gateway = gateway;
        this.companies = companies;
        this.documents = documents;
        this.screen = screen;
        this.ledger = new Ledger(gateway.database().unpooled(), Clock.systemUTC());
    }

    /** Plays it; true when everything that should go out went out and was confirmed. */
    boolean play() throws IOException, As2Exception, InterruptedException {
        try (JmsErp erp = new JmsErp(gateway.broker(), ERP_QUEUE)) {
            screen.progress("the farm sends a ship notice over AS2");
            OutgoingMessage message = prepareShipNotice();
            Sent sent = companies.farm().send(message, URI.create("http://127.0.0.1:" + gateway.httpPort() + "/as2"));
            InboxRow notice = await("the ship notice", row -> row.messageId().equals(message.messageId()));

            screen.progress("the warehouse puts a shipping advice on its SFTP server");
            String fileName = "shipped-" + documents.run() + ".edi";
            companies.warehouse().drop(fileName, documents.shippingAdvice());
            InboxRow advice = await("the shipping advice", row -> row.fileName().equals(fileName));

            screen.progress("the gateway delivers");
            List<Delivery> fromNotice = awaitDeliveries(notice);
            List<Delivery> fromAdvice = awaitDeliveries(advice);
            screen.cameIn(sent, notice, fromNotice, advice, fromAdvice);
            screen.events(events(fromNotice), events(fromAdvice));
            screen.wentOut(fromNotice, fromAdvice);
            screen.trace(ledger.inTransaction(tx ->
                    TraceText.of(new Tracer(tx).trace(documents.tracedLot(), Optional.empty()), TraceDirection.FORWARD)
                            + "\n" + BalanceText.holders(book(tx))));
            return sent instanceof Sent.Confirmed
                    && allConfirmed(fromNotice)
                    && allConfirmed(fromAdvice)
                    && partnersHave(fromNotice, fromAdvice, erp);
        }
    }

    private LotBalance book(LedgerTransaction transaction) {
        KnownLot lot =
                new LotSearch(transaction).withCode(documents.tracedLot()).get(0);
        return new Balances(transaction).of(List.of(lot.id())).get(0);
    }

    private OutgoingMessage prepareShipNotice() throws IOException, As2Exception {
        return companies
                .farm()
                .prepare(new OutgoingPayload(
                        Content.of(documents.shipNotice()), "application/edi-x12", "asn-" + documents.run() + ".edi"));
    }

    /** Waits until an inbox row is translated. */
    private InboxRow await(String what, Predicate<InboxRow> wanted) throws InterruptedException {
        return Waiting.until(
                PATIENCE,
                LOOK_EVERY,
                "the gateway to translate " + what,
                () -> ledger.inTransaction(tx -> tx.status().latestArrivals(LATEST)).stream()
                        .filter(wanted)
                        .filter(row -> row.state() == InboxState.TRANSLATED
                                || row.state() == InboxState.REJECTED
                                || row.state() == InboxState.PARKED)
                        .findFirst());
    }

    /** Waits until nothing of what an inbox row caused is on its way any more. */
    private List<Delivery> awaitDeliveries(InboxRow row) throws InterruptedException {
        return Waiting.until(PATIENCE, LOOK_EVERY, "the partners to confirm", () -> Optional.of(
                        ledger.inTransaction(tx -> tx.outbox().of(row.id())))
                .filter(all ->
                        all.stream().noneMatch(delivery -> delivery.state().onItsWay())));
    }

    /** The lot events of a document: the ERP gets all of them. */
    private List<LotEvent> events(List<Delivery> deliveries) {
        return deliveries.stream()
                .filter(delivery -> delivery.partner().equals(ERP))
                .map(Delivery::cargo)
                .filter(Cargo.Document.class::isInstance)
                .map(document -> SetStretch.whole(((Cargo.Document) document).setId()))
                .flatMap(set -> ledger.inTransaction(tx -> tx.events().of(List.of(set))).values().stream()
                        .flatMap(List::stream))
                .map(LotEventJson::read)
                .toList();
    }

    private static boolean allConfirmed(List<Delivery> deliveries) {
        return !deliveries.isEmpty()
                && deliveries.stream()
                        .allMatch(delivery -> delivery.state() == DeliveryState.CONFIRMED
                                || delivery.state() == DeliveryState.ACCEPTED);
    }

    /** The partners' own word: what the gateway believes to have delivered is really there. */
    private boolean partnersHave(List<Delivery> fromNotice, List<Delivery> fromAdvice, JmsErp erp)
            throws InterruptedException {
        List<Delivery> all =
                Stream.concat(fromNotice.stream(), fromAdvice.stream()).toList();
        Waiting.until(PATIENCE, LOOK_EVERY, "the ERP to take its messages", () -> Optional.of(erp.messages())
                .filter(messages -> erpHas(all, messages)));
        return retailerHas(all) && warehouseHas(all);
    }

    /** To the byte: what the gateway has in its archive is what the ERP took. */
    private static boolean erpHas(List<Delivery> deliveries, List<JmsErp.Arrived> messages) {
        Set<String> arrived = messages.stream().map(JmsErp.Arrived::sha256).collect(Collectors.toSet());
        return writtenFor(ERP, deliveries)
                .allMatch(written -> arrived.contains(written.content().sha256()));
    }

    private boolean retailerHas(List<Delivery> deliveries) {
        Set<String> arrived = companies.retailer().deliveries().stream()
                .map(As2Station.Delivery::messageId)
                .collect(Collectors.toSet());
        return writtenFor("fairway-markets", deliveries).allMatch(written -> arrived.contains(written.messageId()));
    }

    private boolean warehouseHas(List<Delivery> deliveries) {
        List<String> arrived = companies.warehouse().inbound();
        return writtenFor("harbor-3pl", deliveries).allMatch(written -> arrived.contains(written.fileName()));
    }

    private static Stream<WrittenDocument> writtenFor(String partner, List<Delivery> deliveries) {
        return deliveries.stream()
                .filter(delivery -> delivery.partner().equals(partner))
                .flatMap(delivery -> delivery.document().stream());
    }
}
