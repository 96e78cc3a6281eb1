package io.lotwire.capture;

import io.lotwire.lot.ElementString;
import io.lotwire.lot.EventTime;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Gln;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.LotDoubt;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Party;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Reason;
import io.lotwire.lot.Reference;
import io.lotwire.lot.Source;
import io.lotwire.lot.Sscc;
import io.lotwire.mapping.GoodsDoubts;
import io.lotwire.problem.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a scan: what was scanned, when, where, and what was done with it. */
final class ScanFields {
    /** Stands between the device and its id of the scan; it can be in neither. */
    private static final char BETWEEN = '\u0000';

    /** The list of reasons that are a text alone. */
    private static final String OWN_WORDS = "scan";

    private final TimeFields times;

    ScanFields(TimeFields times) {
        this.times = times;
    }

    /**
     * Reads an entry; its faults are told.
     *
     * @param source the bytes of the entry
     */
    LotEventFields.Stated read(Fields fields, Source source) {
        String id = fields.requiredText("id");
        EventTime time = times.moment(fields, "time");
        ScanAction action = fields.requiredWord(ScanAction.class, "action").orElse(ScanAction.COUNT);
        fields.require("code");
        GoodsOfCode goods =
                ScannedCode.read(fields, "code").map(GoodsOfCode::new).orElse(GoodsOfCode.NONE);
        Sscc parent = parent(fields, action);
        Quantity quantity = fields.read("quantity", ScanFields::quantity).orElseGet(goods::quantity);
        Party at = party(fields, "at", goods.location(), ElementString.LOCATION);
        Party from = PartyFields.read(fields, "from");
        Party to = party(fields, "to", goods.shipTo(), ElementString.SHIP_TO);
        fields.text("by");
        String device = fields.text("device");
        Reason reason = reason(fields);
        List<Reference> references = LotEventFields.references(fields);
        check(fields, action, time, quantity, goods);
        fields.end();
        LotEvent event = new LotEvent(
                "",
                action.type(),
                Purpose.ORIGINAL,
                time,
                goods.item(),
                goods.lot(),
                quantity,
                action.condition(),
                reason,
                goods.unit(parent),
                null,
                from == null && !action.comesThere() ? at : from,
                to == null && (action.comesThere() || action.staysThere()) ? at : to,
                references,
                source,
                issues(action.type(), goods, quantity));
        return new LotEventFields.Stated(device + BETWEEN + id, event);
    }

    private static Sscc parent(Fields fields, ScanAction action) {
        String text = fields.text("parent");
        if (text.isEmpty()) {
            if (action == ScanAction.PACK) {
                fields.error(
                        "parent",
                        CaptureFault.FIELD_MISSING,
                        "It is missing: state the SSCC of the unit that the goods are packed into.");
            }
            return null;
        }
        Optional<Sscc> sscc = Sscc.parse(text)
                .or(() -> ElementString.parse(text).flatMap(code -> Sscc.parse(code.get(ElementString.SSCC))));
        if (sscc.isEmpty() || !sscc.get().hasGoodCheckDigit()) {
            String digits = sscc.map(Sscc::digits).orElse(text);
            fields.error("parent", IssueCode.SSCC_INVALID, WrongDigits.of("an SSCC", digits, "18"));
            return null;
        }
        return sscc.get();
    }

    private static Quantity quantity(Fields fields) {
        fields.require("value");
        BigDecimal value = fields.decimal("value");
        return new Quantity(value == null ? BigDecimal.ONE : value, fields.text("unit"), null);
    }

    /** A party that the scan states; where it does not, that of the code. */
    private static Party party(Fields fields, String name, Optional<Gln> ofCode, String identifier) {
        Party stated = PartyFields.read(fields, name);
        if (ofCode.isEmpty()) {
            return stated;
        }
        if (stated == null) {
            return new Party(ofCode.get(), "", List.of(), null);
        }
        if (stated.gln() != null && !stated.gln().equals(ofCode.get())) {
            fields.error(
                    name,
                    IssueCode.GLN_INVALID,
                    "Its GLN is " + stated.gln() + ", and (" + identifier + ") of the code says " + ofCode.get()
                            + ": leave it out, or look which is right.");
        }
        return stated;
    }

    private static Reason reason(Fields fields) {
        if (fields.isText("reason")) {
            return new Reason(fields.text("reason"), OWN_WORDS, "");
        }
        return fields.read("reason", LotEventFields::reason).orElse(null);
    }

    private void check(Fields fields, ScanAction action, EventTime time, Quantity quantity, GoodsOfCode goods) {
        if (times.isAhead(time)) {
            fields.error(
                    "time",
                    IssueCode.TIME_AHEAD,
                    "'" + time.value()
                            + "' lies more than a day ahead of the receipt, and nothing is scanned before its"
                            + " time: set the clock of the device, and send the scan again.");
        }
        int sign = quantity == null ? 1 : quantity.value().signum();
        if (sign < 0 || (sign == 0 && action != ScanAction.COUNT)) {
            fields.error(
                    "quantity",
                    IssueCode.QUANTITY_INVALID,
                    quantity.value().toPlainString() + " of something cannot be meant by '" + fields.text("action")
                            + "': state how much it was.");
        }
        if (goods != GoodsOfCode.NONE && !goods.namesGoods() && !goods.namesUnit()) {
            fields.error(
                    "code", IssueCode.ITEM_MISSING, "It names no goods: one with (01), (02), (10) or (00) is wanted.");
        }
        if (!goods.unused().isEmpty()) {
            fields.warning(
                    "code",
                    CaptureFault.NOT_TOLD,
                    "What stands behind (" + String.join("), (", goods.unused())
                            + ") is kept with the file, and no part of its lot event.");
        }
    }

    /** Of a logistic unit alone nothing more is wanted: what is in it was told when it was packed or announced. */
    private static List<Issue> issues(EventType type, GoodsOfCode goods, Quantity quantity) {
        List<Issue> issues = new ArrayList<>();
        if (goods.namesGoods()) {
            if (goods.lot() != null) {
                LotDoubt.of(goods.lot().code()).ifPresent(issues::add);
            }
            GoodsDoubts.add(type, goods.item(), quantity, goods.lot() != null, issues);
            if (quantity == null) {
                issues.add(new Issue(
                        IssueCode.QUANTITY_MISSING,
                        Severity.WARNING,
                        "Neither the scan nor its code says how much it is: add 'quantity'."));
            }
        }
        return issues;
    }
}
