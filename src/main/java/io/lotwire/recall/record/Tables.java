package io.lotwire.recall.record;

import io.lotwire.lot.Word;
import io.lotwire.recall.Affected;
import io.lotwire.recall.Notice;
import io.lotwire.recall.Recall;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables of a record: lots, shipments, what each party had, who is to be told, and every step. */
final class Tables {
    private final Recall recall;
    private final Affected affected;
    private final Map<Long, Affected.Lot> lots = new HashMap<>();
    private final Map<Integer, Affected.Party> parties = new HashMap<>();

    Tables(Recall recall, Affected affected) {
        this.recall = recall;
        this.affected = affected;
        affected.lots().forEach(lot -> lots.put(lot.number(), lot));
        affected.parties().forEach(party -> parties.put(party.number(), party));
    }

    void write(Path folder) throws IOException {
        lots(folder.resolve("lots.csv"));
        shipments(folder.resolve("shipments.csv"));
        stocks(folder.resolve("stocks.csv"));
        notices(folder.resolve("notices.csv"));
        events(folder.resolve("steps.csv"));
    }

    private void lots(Path file) throws IOException {
        try (CsvTable table = new CsvTable(file, "lot", "gtin", "item_ids", "description", "runs_away", "certainty")) {
            for (Affected.Lot lot : affected.lots()) {
                table.row(List.of(
                        lot.code(),
                        lot.gtin(),
                        String.join(" ", lot.ids()),
                        lot.description(),
                        Integer.toString(lot.depth()),
                        sure(lot.sure())));
            }
        }
    }

    private void shipments(Path file) throws IOException {
        try (CsvTable table = new CsvTable(
                file,
                "when",
                "type",
                "lot",
                "gtin",
                "quantity",
                "unit",
                "sscc",
                "from",
                "from_gln",
                "to",
                "to_gln",
                "document",
                "document_number",
                "partner",
                "references",
                "certainty")) {
            for (Affected.Shipment shipment : affected.shipments()) {
                table.row(List.of(
                        shipment.when(),
                        shipment.type(),
                        lots.get(shipment.lot()).code(),
                        lots.get(shipment.lot()).gtin(),
                        plain(shipment.quantity()),
                        shipment.unit(),
                        shipment.sscc(),
                        name(shipment.from()),
                        gln(shipment.from()),
                        name(shipment.to()),
                        gln(shipment.to()),
                        shipment.document(),
                        shipment.number(),
                        shipment.partner(),
                        String.join("; ", shipment.references()),
                        sure(shipment.sure())));
            }
        }
    }

    private void stocks(Path file) throws IOException {
        try (CsvTable table = new CsvTable(
                file,
                "party",
                "gln",
                "profile",
                "ours",
                "lot",
                "gtin",
                "came",
                "surely_came",
                "left",
                "there",
                "unit",
                "all_quantities_told")) {
            for (Affected.Stock stock : affected.stocks()) {
                Affected.Party party = parties.get(stock.party());
                table.row(List.of(
                        party.name(),
                        party.gln(),
                        party.partner(),
                        Boolean.toString(party.us()),
                        lots.get(stock.lot()).code(),
                        lots.get(stock.lot()).gtin(),
                        plain(stock.came()),
                        plain(stock.surelyCame()),
                        plain(stock.left()),
                        plain(stock.there()),
                        stock.unit(),
                        Boolean.toString(stock.complete())));
            }
        }
    }

    private void notices(Path file) throws IOException {
        try (CsvTable table = new CsvTable(
                file,
                "name",
                "profile",
                "certainty",
                "state",
                "as",
                "over",
                "telephone",
                "reminders",
                "confirmation",
                "answer_by",
                "answered_at",
                "overdue")) {
            for (Notice notice : recall.notices()) {
                table.row(List.of(
                        notice.name(),
                        notice.partner(),
                        sure(notice.sure()),
                        Word.of(notice.state(recall.drill())),
                        notice.format(),
                        notice.wire(),
                        notice.telephone(),
                        Integer.toString(Math.max(0, notice.sendings().size() - 1)),
                        notice.sendings().isEmpty()
                                ? ""
                                : notice.sendings().get(0).confirmation(),
                        notice.answerBy().map(Object::toString).orElse(""),
                        notice.answeredAt().map(Object::toString).orElse(""),
                        Boolean.toString(notice.overdue())));
            }
        }
    }

    private void events(Path file) throws IOException {
        try (CsvTable table = new CsvTable(file, "at", "did", "by", "about", "note")) {
            for (Recall.Event event : recall.events()) {
                table.row(
                        List.of(event.at().toString(), Word.of(event.did()), event.by(), event.about(), event.note()));
            }
        }
    }

    private String name(int party) {
        return parties.containsKey(party) ? parties.get(party).name() : "";
    }

    private String gln(int party) {
        return parties.containsKey(party) ? parties.get(party).gln() : "";
    }

    private static String plain(BigDecimal quantity) {
        return quantity == null ? "" : quantity.toPlainString();
    }

    private static String sure(boolean sure) {
        return sure ? "certain" : "possible";
    }
}
