package io.lotwire.lot.json;

import io.lotwire.lot.Certainty;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotKind;
import io.lotwire.lot.LotSource;

/** {@code lot}. */
final class LotJson {
    private LotJson() {}

    static void write(String name, Lot lot, LeanJson json) {
        if (lot == null) {
            return;
        }
        json.begin(name);
        json.text("code", lot.code());
        json.word("kind", lot.kind());
        json.text("expires", lot.expires());
        json.text("bestBefore", lot.bestBefore());
        json.text("manufactured", lot.manufactured());
        json.text("packed", lot.packed());
        json.text("harvested", lot.harvested());
        LotSource source = lot.source();
        if (source != null) {
            json.begin("source");
            json.text("gln", source.gln());
            json.text("name", source.name());
            json.text("reference", source.reference());
            json.end();
        }
        writeCertainty(lot.certainty(), json);
        json.end();
    }

    private static void writeCertainty(Certainty certainty, LeanJson json) {
        if (certainty == null) {
            return;
        }
        json.word("certainty", certainty.kind());
        json.text("rule", certainty.rule());
        json.texts("among", certainty.among());
    }

    static Lot read(JsonFields json) {
        return new Lot(
                json.text("code"),
                json.word(LotKind.class, "kind"),
                json.text("expires"),
                json.text("bestBefore"),
                json.text("manufactured"),
                json.text("packed"),
                json.text("harvested"),
                json.object(
                        "source",
                        source -> new LotSource(source.text("gln"), source.text("name"), source.text("reference"))),
                certainty(json));
    }

    private static Certainty certainty(JsonFields json) {
        Certainty.Kind kind = json.word(Certainty.Kind.class, "certainty");
        return kind == null ? null : new Certainty(kind, json.text("rule"), json.texts("among"));
    }
}
