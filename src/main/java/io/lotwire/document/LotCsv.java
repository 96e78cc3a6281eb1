package io.lotwire.document;

import io.lotwire.csv.CsvField;
import io.lotwire.lot.Certainty;
import io.lotwire.lot.EventTime;
import io.lotwire.lot.LogisticUnit;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotSource;
import io.lotwire.lot.Party;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Reason;
import io.lotwire.lot.Source;
import io.lotwire.lot.Transformation;
import io.lotwire.lot.Word;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * Lot events as CSV: a header and a row for each event, UTF-8, lines end with CR LF, fields with comma, quote or line
 * break are quoted (RFC 4180).
 *
 * <p>A field that a spreadsheet could take for a formula is defused, see {@link CsvField}: whoever reads the rows takes one
 * apostrophe off each field that starts with one, and has the lot code to the character.
 */
public final class LotCsv implements LotEventWriter {
    private static final List<Column> COLUMNS = List.of(
            new Column("event_id", LotEvent::eventId),
            new Column("type", event -> word(event.type())),
            new Column("purpose", event -> word(event.purpose())),
            new Column("event_time", of(LotEvent::time, EventTime::value)),
            new Column("time_precision", of(LotEvent::time, time -> word(time.precision()))),
            new Column("gtin", event -> event.item().gtin()),
            new Column("item_ids", LotCsv::itemIds),
            new Column("description", event -> event.item().description()),
            new Column("lot", of(LotEvent::lot, Lot::code)),
            new Column("lot_kind", of(LotEvent::lot, lot -> word(lot.kind()))),
            new Column("expires", of(LotEvent::lot, Lot::expires)),
            new Column("best_before", of(LotEvent::lot, Lot::bestBefore)),
            new Column("manufactured", of(LotEvent::lot, Lot::manufactured)),
            new Column("packed", of(LotEvent::lot, Lot::packed)),
            new Column("harvested", of(LotEvent::lot, Lot::harvested)),
            new Column("lot_source_gln", of(LotCsv::lotSource, LotSource::gln)),
            new Column("lot_source_name", of(LotCsv::lotSource, LotSource::name)),
            new Column("lot_source_reference", of(LotCsv::lotSource, LotSource::reference)),
            new Column("quantity", of(LotEvent::quantity, Quantity::value)),
            new Column("unit", of(LotEvent::quantity, Quantity::unit)),
            new Column("ordered", of(LotEvent::quantity, Quantity::ordered)),
            new Column("sscc", of(LotEvent::unit, LogisticUnit::sscc)),
            new Column("parent_sscc", of(LotEvent::unit, LogisticUnit::parent)),
            new Column("unit_type", of(LotEvent::unit, unit -> word(unit.type()))),
            new Column("ship_from_gln", of(LotEvent::shipFrom, Party::gln)),
            new Column("ship_from_name", of(LotEvent::shipFrom, Party::name)),
            new Column("ship_to_gln", of(LotEvent::shipTo, Party::gln)),
            new Column("ship_to_name", of(LotEvent::shipTo, Party::name)),
            new Column("references", LotCsv::references),
            new Column("issues", LotCsv::issues),
            new Column("partner", of(LotEvent::source, Source::partner)),
            new Column("document", of(LotEvent::source, Source::document)),
            new Column("interchange", of(LotEvent::source, Source::interchange)),
            new Column("group", of(LotEvent::source, Source::group)),
            new Column("transaction", of(LotEvent::source, Source::transaction)),
            new Column("segment", of(LotEvent::source, Source::segment)),
            new Column("offset", of(LotEvent::source, Source::offset)),
            new Column("sha256", of(LotEvent::source, Source::sha256)),
            new Column("condition", event -> word(event.condition())),
            new Column("reason_code", of(LotEvent::reason, Reason::code)),
            new Column("reason_list", of(LotEvent::reason, Reason::list)),
            new Column("reason_text", of(LotEvent::reason, Reason::text)),
            new Column("lot_certainty", of(LotCsv::certainty, certainty -> word(certainty.kind()))),
            new Column("lot_rule", of(LotCsv::certainty, Certainty::rule)),
            new Column("lot_among", of(LotCsv::certainty, certainty -> String.join(" ", certainty.among()))),
            new Column("ship_from_ids", of(LotEvent::shipFrom, LotCsv::partyIds)),
            new Column("ship_to_ids", of(LotEvent::shipTo, LotCsv::partyIds)),
            new Column("transformation_id", of(LotEvent::transformation, Transformation::id)),
            new Column(
                    "transformation_role",
                    of(LotEvent::transformation, transformation -> word(transformation.role()))));

    private final TextStream out;

    private record Column(String name, Function<LotEvent, Object> value) {}

    /** Writes to a stream, beginning with the header. */
    public LotCsv(OutputStream stream) {
        out = new TextStream(stream);
        for (Column column : COLUMNS) {
            field(column.name());
        }
        endRow();
    }

    @Override
    public void write(LotEvent event) throws IOException {
        for (Column column : COLUMNS) {
            field(text(column.value().apply(event)));
        }
        endRow();
        out.send();
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }

    /** A field and the comma behind it. */
    private void field(String field) {
        CsvField.append(field, out.text());
        out.text().append(',');
    }

    /** The last field has a line break behind it. */
    private void endRow() {
        out.text().setLength(out.text().length() - 1);
        out.text().append("\r\n");
    }

    private static String text(Object value) {
        return value == null ? "" : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static String word(Enum<?> value) {
        return value == null ? "" : Word.of(value);
    }

    /** Part of a part of an event; null when there is no such part. */
    private static <T> Function<LotEvent, Object> of(Function<LotEvent, T> part, Function<T, Object> value) {
        return event -> {
            T found = part.apply(event);
            return found == null ? null : value.apply(found);
        };
    }

    private static Certainty certainty(LotEvent event) {
        return event.lot() == null ? null : event.lot().certainty();
    }

    private static LotSource lotSource(LotEvent event) {
        return event.lot() == null ? null : event.lot().source();
    }

    private static String itemIds(LotEvent event) {
        return joined(event.item().ids(), id -> id.scheme() + ":" + id.value());
    }

    private static String partyIds(Party party) {
        return joined(party.ids(), id -> id.scheme() + ":" + id.value());
    }

    private static String references(LotEvent event) {
        return joined(event.references(), reference -> reference.type() + ":" + reference.value());
    }

    private static String issues(LotEvent event) {
        return joined(event.issues(), issue -> issue.code().name());
    }

    private static <T> String joined(List<T> values, Function<T, String> text) {
        if (values.isEmpty()) {
            return "";
        }
        StringBuilder all = new StringBuilder();
        for (T value : values) {
            all.append(all.length() == 0 ? "" : " ").append(text.apply(value));
        }
        return all.toString();
    }
}
