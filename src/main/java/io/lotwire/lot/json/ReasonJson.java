package io.lotwire.lot.json;

import io.lotwire.lot.Reason;

/** {@code reason}. */
final class ReasonJson {
    private ReasonJson() {}

    static void write(String name, Reason reason, LeanJson json) {
        if (reason == null) {
            return;
        }
        json.begin(name);
        json.text("code", reason.code());
        json.text("list", reason.list());
        json.text("text", reason.text());
        json.end();
    }

    static Reason read(JsonFields json) {
        return new Reason(json.text("code"), json.text("list"), json.text("text"));
    }
}
