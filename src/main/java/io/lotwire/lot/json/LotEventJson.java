package io.lotwire.lot.json;

import io.lotwire.lot.Condition;
import io.lotwire.lot.EventTime;
import io.lotwire.lot.EventType;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.TimePrecision;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

/**
 * A lot event as a JSON object: the form that {@code mappings/lot-event.schema.json} describes. Absent values are left
 * out. The names of the fields stand here, and in the class beside it of each noun that has fields of its own.
 */
public final class LotEventJson {
    /** Room for a usual event, so that its text is not copied while it grows. */
    private static final int USUAL_LENGTH = 2000;

    private LotEventJson() {}

    /** One event as a text without line breaks. */
    public static String line(LotEvent event) {
        StringBuilder text = new StringBuilder(USUAL_LENGTH);
        write(event, LeanJson.compact(text));
        return text.toString();
    }

    /** Writes an event as an object into JSON of the caller's. */
    public static void write(LotEvent event, LeanJson json) {
        json.beginItem();
        json.text("eventId", event.eventId());
        json.word("type", event.type());
        json.word("purpose", event.purpose());
        if (event.time() != null) {
            json.text("eventTime", event.time().value());
            json.word("timePrecision", event.time().precision());
        }
        ItemJson.write("item", event.item(), json);
        LotJson.write("lot", event.lot(), json);
        QuantityJson.write("quantity", event.quantity(), json);
        json.word("condition", event.condition());
        ReasonJson.write("reason", event.reason(), json);
        LogisticUnitJson.write("logisticUnit", event.unit(), json);
        PartyJson.write("shipFrom", event.shipFrom(), json);
        PartyJson.write("shipTo", event.shipTo(), json);
        ReferencesJson.write("references", event.references(), json);
        SourceJson.write("source", event.source(), json);
        IssuesJson.write("issues", event.issues(), json);
        json.end();
    }

    /**
     * Reads an event.
     *
     * @throws IllegalArgumentException when the text is no lot event; the message says why
     */
    public static LotEvent read(String text) {
        return JsonReading.ofOne().object(text, LotEventJson::read);
    }

    static LotEvent read(JsonFields json) {
        return new LotEvent(
                json.text("eventId"),
                json.word(EventType.class, "type"),
                json.word(Purpose.class, "purpose"),
                json.key("eventTime", time -> new EventTime(time, json.word(TimePrecision.class, "timePrecision"))),
                json.objectOrEmpty("item", ItemJson::read),
                json.object("lot", LotJson::read),
                json.object("quantity", QuantityJson::read),
                json.word(Condition.class, "condition"),
                json.object("reason", ReasonJson::read),
                json.object("logisticUnit", LogisticUnitJson::read),
                json.shared("shipFrom", PartyJson::read),
                json.shared("shipTo", PartyJson::read),
                Objects.requireNonNullElse(json.shared("references", ReferencesJson::read), List.of()),
                json.objectOrEmpty("source", SourceJson::read),
                IssuesJson.read("issues", json));
    }

    /** What an event says, by the paths of its JSON, such as {@code lot.code} or {@code references[1].value}. */
    public static SortedMap<String, String> byPath(LotEvent event) {
        return JsonPaths.of(line(event));
    }
}
