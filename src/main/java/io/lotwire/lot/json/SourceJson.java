package io.lotwire.lot.json;

import io.lotwire.lot.Source;

/** {@code source}. */
final class SourceJson {
    private SourceJson() {}

    /** True when both are of the same document. */
    static boolean areOfOneDocument(Source one, Source other) {
        return one.transaction().equals(other.transaction())
                && one.group().equals(other.group())
                && one.interchange().equals(other.interchange())
                && one.sha256().equals(other.sha256())
                && one.document().equals(other.document())
                && one.version().equals(other.version())
                && one.partner().equals(other.partner());
    }

    /** The fields of the document. */
    static void writeDocument(Source source, LeanJson json) {
        json.text("partner", source.partner());
        json.text("document", source.document());
        json.text("version", source.version());
        json.text("interchange", source.interchange());
        json.text("group", source.group());
        json.text("transaction", source.transaction());
        json.text("sha256", source.sha256());
    }

    /** The fields of the place in it. */
    static void writePlace(Source source, LeanJson json) {
        json.number("segment", source.segment());
        json.number("offset", source.offset());
        json.number("length", source.length());
        json.text("mapping", source.mapping());
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
