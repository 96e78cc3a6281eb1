package io.lotwire.recall;

import io.lotwire.edi.segment.Element;
import io.lotwire.edi.write.Envelope;
import io.lotwire.edi.write.Written;
import io.lotwire.edi.write.X12Writer;
import io.lotwire.lot.EventSource;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Reference;
import io.lotwire.partner.Profile;
import io.lotwire.unit.UnitList;
import io.lotwire.unit.Units;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A notice of a recall as X12 824, application advice, in version 004010, for partners who take advice and no text messages: BGN with the
 * recall's number, N1 with who writes to whom, and an OTI for all goods of one lot that came by one document, which it rejects: it names
 * the document (else the lot), with the lot and other documents in REF, the quantity in QTY, and why and what to do in TED and NTE. Lot codes,
 * numbers and quantities stand in it to the character; it is refused where they hold a delimiter or are longer than their element.
 */
public final class AdviceNotice {
    /** ST01. */
    private static final String SET = "824";

    /** GS01 of an 824. */
    private static final String FUNCTIONAL_ID = "AG";

    private static final String VERSION = "004010";

    /** BGN01: original. */
    private static final String ORIGINAL = "00";

    /** OTI01 (element 110): the item is rejected. */
    private static final String ITEM_REJECT = "IR";

    /** REF01 (element 128): a lot. */
    private static final String LOT = "LT";

    /** QTY01 (element 673): a quantity of its own, no sum. */
    private static final String DISCRETE = "01";

    /** TED01 (element 647): another reason, which its words tell. */
    private static final String OTHER = "024";

    /** TED02 (element 3) is AN 1/60, NTE02 (element 352) AN 1/80. */
    private static final int TED_TEXT = 60;

    private static final int NTE_TEXT = 80;

    /** An OTI has twelve REF, and a TED 100 NTE; what does not fit goes on behind another TED. */
    private static final int MOST_REFERENCES = 12;

    private static final int MOST_NOTES = 100;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);

    /** Element 128 of the documents that goods came by, first those by which a receiver knows them best. */
    private static final Map<String, String> QUALIFIERS = qualifiers();

    private final NoticeWords words;
    private final Profile us;
    private final Profile partner;

    /**
     * @param us who writes it
     * @param partner who gets it
     */
    public AdviceNotice(Telling telling, Profile us, Profile partner) {
        this.words = new NoticeWords(telling);
        this.us = us;
        this.partner = partner;
    }

    private static Map<String, String> qualifiers() {
        Map<String, String> qualifiers = new LinkedHashMap<>();
        qualifiers.put("asn", "SI");
        qualifiers.put("bill-of-lading", "BM");
        qualifiers.put("purchase-order", "PO");
        qualifiers.put("invoice", "IV");
        qualifiers.put("pro", "CN");
        return qualifiers;
    }

    /**
     * Writes it.
     *
     * @param goods what they got
     * @param envelope ISA
     * @param sender GS02
     * @param receiver GS03
     * @param group GS06
     */
    public Written write(EventSource goods, Envelope envelope, String sender, String receiver, int group)
            throws IOException {
        X12Writer writer = new X12Writer(envelope);
        writer.group(FUNCTIONAL_ID, sender, receiver, group, VERSION).set(SET, "0001");
        writer.segment("BGN", ORIGINAL, words.number(), DATE.format(envelope.time()), TIME.format(envelope.time()));
        NoticeWords.party(writer, "FR", us);
        NoticeWords.party(writer, "TO", partner);
        Map<Came, List<LotEvent>> byDocument = new LinkedHashMap<>();
        goods.forEach(event -> byDocument
                .computeIfAbsent(Came.of(event), came -> new ArrayList<>())
                .add(event));
        byDocument.forEach((came, events) -> write(writer, came, events));
        return writer.end();
    }

    /** A lot, and the document that it came by: its qualifier and number, those of the lot where no document is known. */
    private record Came(String lot, String qualifier, String number) {
        static Came of(LotEvent event) {
            String lot = event.lot().code();
            return QUALIFIERS.keySet().stream()
                    .filter(type -> !event.reference(type).isEmpty())
                    .findFirst()
                    .map(type -> new Came(lot, QUALIFIERS.get(type), event.reference(type)))
                    .orElse(new Came(lot, LOT, lot));
        }
    }

    private void write(X12Writer writer, Came came, List<LotEvent> events) {
        writer.segment("OTI", ITEM_REJECT, came.qualifier(), came.number());
        references(came, events).forEach(reference -> writer.segment("REF", reference.type(), reference.value()));
        events.forEach(event -> quantity(event).ifPresent(elements -> writer.segment("QTY", elements)));
        List<String> notes = notes(events);
        for (int from = 0; from < notes.size(); from += MOST_NOTES) {
            writer.segment("TED", OTHER, words.title(TED_TEXT));
            notes.subList(from, Math.min(notes.size(), from + MOST_NOTES))
                    .forEach(note -> writer.segment("NTE", "", note));
        }
    }

    private List<String> notes(List<LotEvent> events) {
        List<String> lines = new ArrayList<>(words.introduction());
        events.forEach(event -> lines.add(NoticeWords.line(event)));
        return lines.stream()
                .flatMap(line -> NoticeWords.cut(line, NTE_TEXT).stream())
                .toList();
    }

    /** The lot and the further documents that all of the goods came by, each by its qualifier. */
    private static List<Reference> references(Came came, List<LotEvent> events) {
        List<Reference> references = new ArrayList<>();
        if (!came.qualifier().equals(LOT)) {
            references.add(new Reference(LOT, came.lot(), ""));
        }
        for (Reference reference : events.get(0).references()) {
            String qualifier = QUALIFIERS.get(reference.type());
            Reference coded = new Reference(qualifier, reference.value(), "");
            boolean isNew = qualifier != null
                    && !(qualifier.equals(came.qualifier()) && reference.value().equals(came.number()))
                    && !references.contains(coded);
            if (isNew && references.size() < MOST_REFERENCES && areBy(events, reference)) {
                references.add(coded);
            }
        }
        return references;
    }

    private static boolean areBy(List<LotEvent> events, Reference reference) {
        return events.stream().allMatch(event -> event.references().stream()
                .anyMatch(each ->
                        each.type().equals(reference.type()) && each.value().equals(reference.value())));
    }

    /** QTY01 to QTY03; nothing where the unit has no code in X12: the words tell it then. */
    private static Optional<List<Element>> quantity(LotEvent event) {
        Quantity quantity = event.quantity();
        if (quantity == null) {
            return Optional.empty();
        }
        Optional<String> unit = event.unitList() == UnitList.X12
                ? Optional.of(quantity.unit())
                : Units.same(event.unitList(), quantity.unit(), UnitList.X12);
        return unit.map(code ->
                List.of(Element.of(DISCRETE), Element.of(quantity.value().toPlainString()), Element.of(code)));
    }
}
