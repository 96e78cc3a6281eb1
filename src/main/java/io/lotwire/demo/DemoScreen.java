package io.lotwire.demo;

import io.lotwire.as2.Sent;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.Confirmation;
import io.lotwire.ledger.Delivery;
import io.lotwire.ledger.DeliveryKind;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.WrittenDocument;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Party;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What a newcomer sees of the demo, on one screen. */
final class DemoScreen {
    private static final int WIDTH = 120;
    private static final Map<String, String> TITLES = Map.of(
            "green-valley-farm", "Green Valley Farm",
            "harbor-3pl", "Harbor 3PL",
            "fairway-markets", "Fairway Markets",
            "northgate-erp", "Northgate ERP");

    private final PrintStream out;

    DemoScreen(PrintStream out) {
        this.out = out;
    }

    /** The first line. */
    void start(Path data) {
        out.println("Lotwire demo: Northgate Distribution, its farm, warehouse, retailer and ERP. Data in " + data);
    }

    /** What is being done. */
    void progress(String what) {
        out.println("  ... " + what);
    }

    /** What came in, and how its senders know that it arrived. */
    void cameIn(Sent sent, InboxRow notice, List<Delivery> fromNotice, InboxRow advice, List<Delivery> fromAdvice) {
        heading("CAME IN");
        String mdn = sent instanceof Sent.Confirmed ? "signed MDN, its MIC is right" : "MDN does not hold";
        arrival(notice, "856 ship notice", "AS2, signed + encrypted; " + mdn, fromNotice);
        arrival(advice, "945 shipping advice", "SFTP, fetched whole and archived", fromAdvice);
    }

    /** The lot events. */
    void events(List<LotEvent> received, List<LotEvent> shipped) {
        heading("LOT EVENTS  (product, expiry and origin of what left the warehouse: known from the ship notice)");
        out.printf(
                Locale.ROOT,
                "  %-8s %-26s %7s  %-18s  %-10s  %s%n",
                "lot",
                "product",
                "cases",
                "pallet (SSCC)",
                "expires",
                "from -> to");
        Stream.concat(received.stream(), shipped.stream()).forEach(this::event);
    }

    /** What went out, and how we know that it arrived. */
    void wentOut(List<Delivery> fromNotice, List<Delivery> fromAdvice) {
        heading("WENT OUT");
        Stream.concat(fromNotice.stream(), fromAdvice.stream())
                .filter(delivery -> delivery.kind() == DeliveryKind.SUBSCRIPTION)
                .forEach(delivery -> out.printf(
                        Locale.ROOT,
                        "  %-18s %-5s %-10s %-26s %s%n",
                        title(delivery.partner()),
                        delivery.wire().toUpperCase(Locale.ROOT),
                        delivery.format(),
                        fileName(delivery),
                        outcome(delivery)));
    }

    /** One lot's way. */
    void trace(String text) {
        heading("TRACE OF ONE LOT");
        text.lines().forEach(line -> out.println(fitted("  " + line)));
    }

    /** The last lines. */
    void end(boolean confirmed, boolean once, int port, String lot) {
        out.println();
        out.println(
                confirmed
                        ? "Every delivery is confirmed."
                        : "Not every delivery is confirmed: see above, and the log in the data folder.");
        if (!once && confirmed) {
            out.println("The gateway stays up: look at it in a browser at http://127.0.0.1:" + port
                    + "/ (health: /q/health). Ctrl-C ends it.");
        }
        if (confirmed) {
            out.println("Ask it yourself, in another terminal:  ./lotwire trace " + lot);
        }
    }

    /** Something else that is to be read. */
    void say(String sentence) {
        out.println(sentence);
    }

    /** The demo could not go on. */
    void failed(Exception failure) {
        out.println();
        out.println("The demo could not go on: " + failure.getMessage() + " See the log in the data folder.");
    }

    private void arrival(InboxRow row, String document, String how, List<Delivery> deliveries) {
        out.printf(Locale.ROOT, "  %-18s %-20s %s%n", title(row.partner()), document, how);
        deliveries.stream()
                .filter(delivery -> delivery.kind() == DeliveryKind.ACKNOWLEDGEMENT)
                .forEach(delivery -> out.printf(
                        Locale.ROOT,
                        "  %-18s %-20s %s, %s%n",
                        "",
                        "  " + delivery.format() + " back to them",
                        delivery.wire().toUpperCase(Locale.ROOT),
                        outcome(delivery)));
        row.cause().ifPresent(cause -> out.println("  " + cause.sentence()));
    }

    private void event(LotEvent event) {
        Lot lot = event.lot();
        out.printf(
                Locale.ROOT,
                "  %-8s %-26s %7s  %-18s  %-10s  %s -> %s%n",
                lot == null ? "(none)" : lot.code(),
                event.item().description(),
                event.quantity() == null
                        ? ""
                        : event.quantity().value().toPlainString() + " "
                                + event.quantity().unit(),
                event.unit() == null ? "" : event.unit().sscc().digits(),
                lot == null ? "" : lot.expires(),
                name(event.shipFrom()),
                name(event.shipTo()));
    }

    /** A line that is too long ends in an ellipsis: the trace command shows it whole. */
    private static String fitted(String line) {
        String text = line.stripTrailing();
        return text.length() <= WIDTH ? text : text.substring(0, WIDTH - 1) + "…";
    }

    private void heading(String text) {
        out.println();
        out.println(text);
    }

    private static String outcome(Delivery delivery) {
        String confirmed = delivery.confirmation()
                .map(Confirmation::words)
                .or(() -> delivery.cause().map(Cause::sentence))
                .orElse("");
        String heard = delivery.heard().map(words -> "; " + words).orElse("");
        return switch (delivery.state()) {
            case CONFIRMED, ACCEPTED -> confirmed + heard;
            default -> delivery.state() + ": " + confirmed + heard;
        };
    }

    private static String fileName(Delivery delivery) {
        return delivery.document().map(WrittenDocument::fileName).orElse("");
    }

    private static String title(String partner) {
        return TITLES.getOrDefault(partner, partner);
    }

    private static String name(Party party) {
        return party == null ? "?" : party.name();
    }
}
