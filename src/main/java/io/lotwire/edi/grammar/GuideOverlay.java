package io.lotwire.edi.grammar;

import java.util.ArrayList;
import java.util.List;

/** Lays one line of a guide over a set: finds the places that its path names and narrows them. */
final class GuideOverlay {
    private final GuideRule rule;
    private int places;
    private int fitting;

    GuideOverlay(GuideRule rule) {
        this.rule = rule;
    }

    /** The set's loop, narrowed. */
    LoopRule over(LoopRule root) {
        return (LoopRule) below(root);
    }

    /** Places that the path named. */
    int places() {
        return places;
    }

    /** Of those, the places that the standard leaves room to narrow so. */
    int fitting() {
        return fitting;
    }

    /** The part and all that stands in it. */
    private Part below(Part part) {
        Part changed = part;
        if (changed instanceof LoopRule loop) {
            changed =
                    Narrowing.parts(loop, loop.parts().stream().map(this::below).toList());
        }
        changed = Narrowing.variants(
                changed,
                changed.variants().stream()
                        .map(variant -> new Variant(variant.element(), variant.code(), inside(variant.part())))
                        .toList());
        return part.id().equals(rule.path().get(0).id()) ? named(changed, 0) : changed;
    }

    /** What stands in a variant; the variant itself is named through the part that it belongs to. */
    private Part inside(Part variant) {
        return variant instanceof LoopRule loop
                ? Narrowing.parts(loop, loop.parts().stream().map(this::below).toList())
                : variant;
    }

    /** The part, which step {@code at} of the path names. */
    private Part named(Part part, int at) {
        GuideRule.Step step = rule.path().get(at);
        List<Variant> variants = new ArrayList<>();
        boolean found = step.code().isEmpty();
        for (Variant variant : part.variants()) {
            boolean meant = step.code().isEmpty()
                    || (variant.element() == step.element() && variant.code().equals(step.code()));
            found |= meant;
            boolean own = step.code().isEmpty() && at == rule.path().size() - 1 && rule.element() == 0;
            variants.add(
                    meant && !own
                            ? new Variant(variant.element(), variant.code(), chosen(variant.part(), at))
                            : variant);
        }
        if (!found) {
            Part some = Narrowing.variants(Narrowing.use(part, false, part.most()), List.of());
            variants.add(new Variant(step.element(), step.code(), chosen(some, at)));
        }
        Part changed = Narrowing.variants(part, variants);
        return step.code().isEmpty() ? chosen(changed, at) : changed;
    }

    private Part chosen(Part part, int at) {
        if (at == rule.path().size() - 1) {
            places++;
            if (!rule.isAbout(part) || !rule.fits(part)) {
                return part;
            }
            fitting++;
            return rule.narrow(part);
        }
        String next = rule.path().get(at + 1).id();
        return part instanceof LoopRule loop
                ? Narrowing.parts(
                        loop,
                        loop.parts().stream()
                                .map(inner -> inner.id().equals(next) ? named(inner, at + 1) : inner)
                                .toList())
                : part;
    }
}
