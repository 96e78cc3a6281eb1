package io.lotwire.mapping;

import io.lotwire.edi.tree.PathFindings;
import io.lotwire.edi.tree.Value;
import io.lotwire.lot.Issue;
import io.lotwire.lot.Quantity;
import io.lotwire.mapping.Mapping.PartPlace;
import io.lotwire.mapping.goods.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads which parts of a line's quantity are otherwise than the rest. */
final class PartReader {
    private final Plan plan;
    private final Trail trail;

    /**
     * @param trail is told what decided on a part; null when nobody wants to know
     */
    PartReader(Plan plan, Trail trail) {
        this.plan = plan;
        this.trail = trail;
    }

    /**
     * The parts that a line states, in document order; those of nothing are left out.
     *
     * @param whole the line's quantity, null when it states none
     * @param issues gets a doubt for each that is no number
     */
    List<Part> read(Scope goods, Quantity whole, List<Issue> issues) {
        if (plan.mapping().parts().isEmpty()) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>(0);
        PathFindings found = goods.found();
        for (int i = 0; i < found.count(); i++) {
            if (plan.parts().has(found.path(i))) {
                Optional<BigDecimal> number = Numbers.decimal(found.value(i));
                if (number.isEmpty()) {
                    issues.add(Numbers.invalid(found.value(i).text()));
                } else if (number.get().signum() != 0) {
                    parts.add(part(goods, whole, found.path(i), found.value(i), number.get()));
                }
            }
        }
        return parts;
    }

    private Part part(Scope goods, Quantity whole, int path, Value at, BigDecimal number) {
        PartPlace place = plan.part(path);
        if (trail != null) {
            trail.used(at);
            plan.path(path).usedFor(at, trail::used);
            trail.used(BesideReader.read(place.unit(), at, goods.loop()));
            trail.used(BesideReader.read(place.code(), at, goods.loop()));
        }
        String stated = BesideReader.text(place.unit(), at, goods.loop());
        String unit = stated.isEmpty() && whole != null ? whole.unit() : stated;
        String code = BesideReader.text(place.code(), at, goods.loop());
        return new Part(
                place,
                path,
                at,
                new Quantity(number, unit, null),
                code,
                place.means() == null ? plan.mapping().meaning(place.list(), code) : place.means());
    }
}
