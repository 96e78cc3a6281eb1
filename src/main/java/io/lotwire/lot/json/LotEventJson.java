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
    private LotEventJson() {}

    /** One event as a text without line breaks. */
    public static String line(LotEvent event) {
        return new LotEventText().line(event);
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
                json.object("transformation", TransformationJson::read),
                json.object("transfer", TransferJson::read),
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
