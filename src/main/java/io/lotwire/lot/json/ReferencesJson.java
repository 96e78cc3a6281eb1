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
    static List<Reference> read(JsonFields json) {
        List<Reference> references = new ArrayList<>();
        json.each(each -> {
            String type = each.text("type");
            List<String> numbers = each.texts("value");
            String date = each.text("date");
            numbers.forEach(number -> references.add(new Reference(type, number, date)));
        });
        return List.copyOf(references);
    }
}
