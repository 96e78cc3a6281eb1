package io.lotwire.mapping;

import io.lotwire.edi.tree.Value;
import io.lotwire.lot.Reference;
import java.util.ArrayList;
import java.util.List;

/** Reads the documents that goods are stated with: of each kind, the nearest. */
final class ReferenceReader {
    private final Plan plan;
    private final Trail trail;

    /**
     * @param trail is told where values were taken; null when nobody wants to know
     */
    ReferenceReader(Plan plan, Trail trail) {
        this.plan = plan;
        this.trail = trail;
    }

    List<Reference> read(Scope scope) {
        if (scope.references == null || trail != null) {
            boolean asAround = trail == null && scope.around() != null && !scope.says(Plan.REFERENCE);
            scope.references = asAround ? read(scope.around()) : make(scope);
        }
        return scope.references;
    }

    private List<Reference> make(Scope scope) {
        List<Reference> references = new ArrayList<>();
        for (int place = plan.references().from(); place < plan.references().to(); place++) {
            Value value = scope.nearestValue(place);
            String type = plan.reference(place).type();
            if (value != null && isNew(type, value.text(), references)) {
                if (trail != null) {
                    trail.took("references." + type, plan.path(place), value);
                }
                Value date = scope.nearestValue(plan.dateOf(place));
                if (trail != null && date != null) {
                    trail.took("references." + type + ".date", plan.path(plan.dateOf(place)), date);
                }
                String day = date == null
                        ? ""
                        : Dates.date(date).map(Object::toString).orElse("");
                references.add(new Reference(type, value.text(), day));
            }
        }
        return List.copyOf(references);
    }

    /** One number that stands in two places is one reference. */
    private static boolean isNew(String type, String number, List<Reference> references) {
        for (Reference reference : references) {
            if (reference.type().equals(type) && reference.value().equals(number)) {
                return false;
            }
        }
        return true;
    }
}
