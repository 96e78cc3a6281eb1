package io.lotwire.lot.json;

import io.lotwire.lot.Reference;
import java.util.ArrayList;
import java.util.List;

/** {@code references}. */
final class ReferencesJson {
    private ReferencesJson() {}

    static void write(String name, List<Reference> references, LeanJson json) {
        if (references.isEmpty()) {
            return;
        }
        json.beginList(name);
        for (Reference reference : references) {
            json.beginItem();
            json.text("type", reference.type());
            json.text("value", reference.value());
            json.text("date", reference.date());
            json.end();
        }
        json.endList();
    }

    /** Those of a type whose value is a list of numbers are a reference each: a document may name two of a kind. */
    static List<Reference> read(String name, JsonFields json) {
        List<Reference> references = new ArrayList<>();
        json.list(name, each -> each).forEach(each -> each.texts("value")
                .forEach(number -> references.add(new Reference(each.text("type"), number, each.text("date")))));
        return references;
    }
}
