package io.lotwire.lot.json;

import io.lotwire.lot.Transformation;

/** {@code transformation}. */
final class TransformationJson {
    private TransformationJson() {}

    static void write(String name, Transformation transformation, LeanJson json) {
        if (transformation == null) {
            return;
        }
        json.begin(name);
        json.text("id", transformation.id());
        json.word("role", transformation.role());
        json.end();
    }

    static Transformation read(JsonFields json) {
        return new Transformation(json.text("id"), json.word(Transformation.Role.class, "role"));
    }
}
