package io.lotwire.recall;

import io.lotwire.lot.Certainty;
import io.lotwire.lot.Condition;
import io.lotwire.lot.EventIdentity;
import io.lotwire.lot.EventTime;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Gln;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.Item;
import io.lotwire.lot.ItemId;
import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotKind;
import io.lotwire.lot.Party;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Reason;
import io.lotwire.lot.Reference;
import io.lotwire.lot.Source;
import io.lotwire.lot.Sscc;
import io.lotwire.lot.TimePrecision;
import io.lotwire.lot.Word;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody got of a recall, as lot events with the condition recalled: one for each lot that a document tells of, on each logistic
 * unit. So a notice can be in any format that lot events are sent in, and in the words of who gets it.
 */
final class RecalledGoods {
    /** The type of the reference that names the recall. */
    static final String RECALL = "recall";

    /** Why the events of a recall are, by the list of reasons that has just this one. */
    private static final String LIST = "lotwire";

    private static final int DAY = "2026-12-31".length();

    private final long recall;
    private final String reason;
    private final Instant at;
    private final String sha256;
    private final Map<Long, Affected.Lot> lots = new HashMap<>();
    private final Map<Integer, Affected.Party> parties = new HashMap<>();
    private final Map<Integer, List<Affected.Shipment>> shipmentsTo = new HashMap<>();
    private final Map<Integer, List<Affected.Stock>> stocksOf = new HashMap<>();
    /** What senders tell of. */
    private final Set<Coming> sent = new HashSet<>();

    /**
     * @param recall its number
     * @param reason why, in words
     * @param at when it was opened
     * @param sha256 that of what is affected, as it is kept
     */
    RecalledGoods(long recall, String reason, Instant at, Affected affected, String sha256) {
        this.recall = recall;
        this.reason = reason;
        this.at = at;
        this.sha256 = sha256;
        affected.lots().forEach(lot -> lots.put(lot.number(), lot));
        affected.parties().forEach(party -> parties.put(party.number(), party));
        affected.shipments().forEach(shipment -> {
            shipmentsTo.computeIfAbsent(shipment.to(), key -> new ArrayList<>()).add(shipment);
            if (!isReceipt(shipment)) {
                sent.add(new Coming(shipment.to(), shipment.lot()));
            }
        });
        affected.stocks().forEach(stock -> stocksOf.computeIfAbsent(stock.party(), key -> new ArrayList<>())
                .add(stock));
    }

    /** A lot that came to a party. */
    private record Coming(int party, long lot) {}

    /** What came to some parties, or was made there. */
    List<LotEvent> of(Set<Integer> whose) {
        EventIdentity identity = new EventIdentity("", RECALL, Long.toString(recall), Purpose.ORIGINAL);
        List<LotEvent> events = new ArrayList<>();
        for (int party : new TreeSet<>(whose)) {
            Set<Long> told = new HashSet<>();
            for (Affected.Shipment shipment : shipmentsTo.getOrDefault(party, List.of())) {
                // What was sent to them and what they received of it are the same goods.
                if (!isReceipt(shipment) || !sent.contains(new Coming(party, shipment.lot()))) {
                    told.add(shipment.lot());
                    events.add(identity.identify(event(shipment)));
                }
            }
            for (Affected.Stock stock : stocksOf.getOrDefault(party, List.of())) {
                if (stock.came().signum() > 0 && !told.contains(stock.lot())) {
                    events.add(identity.identify(event(stock)));
                }
            }
        }
        return events;
    }

    private static boolean isReceipt(Affected.Shipment shipment) {
        return shipment.type().equals(Word.of(EventType.RECEIVED));
    }

    private LotEvent event(Affected.Shipment shipment) {
        List<Reference> references = new ArrayList<>();
        references.add(new Reference(RECALL, Long.toString(recall), day(at.toString())));
        String day = day(shipment.when());
        for (String reference : shipment.references()) {
            int blank = reference.indexOf(' ');
            references.add(new Reference(reference.substring(0, blank), reference.substring(blank + 1), day));
        }
        return event(
                lots.get(shipment.lot()),
                shipment.sure(),
                shipment.quantity(),
                shipment.unit(),
                shipment.sscc(),
                party(shipment.from()),
                party(shipment.to()),
                references,
                shipment.partner(),
                shipment.document());
    }

    /** Goods of which no document tells that they came: they were made there. */
    private LotEvent event(Affected.Stock stock) {
        return event(
                lots.get(stock.lot()),
                stock.surelyCame().signum() > 0,
                stock.came(),
                stock.unit(),
                "",
                null,
                party(stock.party()),
                List.of(new Reference(RECALL, Long.toString(recall), day(at.toString()))),
                "",
                "");
    }

    private LotEvent event(
            Affected.Lot lot,
            boolean sure,
            BigDecimal quantity,
            String unit,
            String sscc,
            Party from,
            Party to,
            List<Reference> references,
            String partner,
            String document) {
        return new LotEvent(
                "",
                EventType.ADJUSTED,
                Purpose.ORIGINAL,
                new EventTime(at.truncatedTo(ChronoUnit.SECONDS).toString(), TimePrecision.SECOND),
                new Item(
                        lot.gtin().isEmpty() ? null : new Gtin(lot.gtin()),
                        lot.ids().stream().map(RecalledGoods::number).toList(),
                        lot.description()),
                new Lot(
                        lot.code(),
                        LotKind.LOT,
                        "",
                        "",
                        "",
                        "",
                        "",
                        null,
                        sure ? null : Certainty.inferred("it may hold some of what is recalled")),
                quantity == null ? null : new Quantity(quantity, unit, null),
                Condition.RECALLED,
                new Reason(RECALL, LIST, reason),
                sscc.isEmpty() ? null : new LogisticUnit(new Sscc(sscc), null, null),
                null,
                from,
                to,
                references,
                new Source(partner, document, "", "", "", "", sha256, 1, 0, 0, ""),
                List.of());
    }

    private Party party(int number) {
        Affected.Party party = parties.get(number);
        return party == null
                ? null
                : new Party(party.gln().isEmpty() ? null : new Gln(party.gln()), party.name(), List.of(), null);
    }

    private static ItemId number(String number) {
        int colon = number.indexOf(':');
        return new ItemId(number.substring(0, colon), number.substring(colon + 1));
    }

    private static String day(String time) {
        return time.length() < DAY ? "" : time.substring(0, DAY);
    }
}
