package io.lotwire.lot.json;

import io.lotwire.lot.Source;

/** {@code source}. */
final class SourceJson {
    private SourceJson() {}

    static void write(String name, Source source, LeanJson json) {
        json.begin(name);
        json.text("partner", source.partner());
        json.text("document", source.document());
        json.text("version", source.version());
        json.text("interchange", source.interchange());
        json.text("group", source.group());
        json.text("transaction", source.transaction());
        json.text("sha256", source.sha256());
        json.number("segment", source.segment());
        json.number("offset", source.offset());
        json.number("length", source.length());
        json.text("mapping", source.mapping());
        json.end();
    }

    static Source read(JsonFields json) {
        return new Source(
                json.text("partner"),
                json.text("document"),
                json.text("version"),
                json.text("interchange"),
                json.text("group"),
                json.text("transaction"),
                json.text("sha256"),
                (int) json.number("segment"),
                json.number("offset"),
                (int) json.number("length"),
                json.text("mapping"));
    }
}
