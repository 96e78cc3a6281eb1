package io.lotwire.lot.json;

import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Party;
import io.lotwire.lot.Reference;
import io.lotwire.lot.Source;
import java.util.List;

/**
 * Lot events as JSON, a line each. What an event has in common with the one before, such as the parties and references of its
 * document, is not made into text again. For one thread.
 */
public final class LotEventText {
    /** Room for a usual event, so that its text is not copied while it grows. */
    private static final int USUAL_LENGTH = 2000;

    private final StringBuilder text;
    private final LeanJson json;
    private final Repeated<Party> shipFrom = new Repeated<>();
    private final Repeated<Party> shipTo = new Repeated<>();
    private final Repeated<List<Reference>> references = new Repeated<>();
    private final Repeated<Source> source = new Repeated<>();

    /** Makes lines of text. */
    public LotEventText() {
        this(new StringBuilder(USUAL_LENGTH));
    }

    /** Writes into text of the caller's. */
    public LotEventText(StringBuilder text) {
        this.text = text;
        this.json = LeanJson.compact(text);
    }

    /** An event as a text without line breaks. */
    public String line(LotEvent event) {
        text.setLength(0);
        write(event);
        return text.toString();
    }

    /** Writes an event, without a line break. */
    public void write(LotEvent event) {
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
        TransformationJson.write("transformation", event.transformation(), json);
        TransferJson.write("transfer", event.transfer(), json);
        shipFrom.write(event.shipFrom(), json, party -> PartyJson.write("shipFrom", party, json));
        shipTo.write(event.shipTo(), json, party -> PartyJson.write("shipTo", party, json));
        references.write(event.references(), json, all -> ReferencesJson.write("references", all, json));
        json.begin("source");
        source.write(event.source(), SourceJson::areOfOneDocument, json, its -> SourceJson.writeDocument(its, json));
        SourceJson.writePlace(event.source(), json);
        json.end();
        IssuesJson.write("issues", event.issues(), json);
        json.end();
    }
}
