package io.lotwire.mapping;

import io.lotwire.edi.tree.Value;
import io.lotwire.lot.Issue;
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

    /** They, with a doubt where a date of one is no day. */
    Read<List<Reference>> read(Scope scope) {
        if (scope.references == null || trail != null) {
            boolean asAround = trail == null && scope.around() != null && !scope.says(Plan.REFERENCE);
            scope.references = asAround ? read(scope.around()) : make(scope);
        }
        return scope.references;
    }

    private Read<List<Reference>> make(Scope scope) {
        List<Reference> references = new ArrayList<>();
        List<Issue> issues = new ArrayList<>(0);
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
                references.add(new Reference(type, value.text(), date == null ? "" : day(date, type, issues)));
            }
        }
        return new Read<>(List.copyOf(references), issues);
    }

    private static String day(Value date, String type, List<Issue> issues) {
        Days days = Dates.days(date);
        if (days != null && days.span() == Days.Span.DAY) {
            return days.first().toString();
        }
        issues.add(DateDoubt.noDay("date of the reference '" + type + "'", date, days));
        return "";
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
