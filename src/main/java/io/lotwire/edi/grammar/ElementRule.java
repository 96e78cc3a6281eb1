package io.lotwire.edi.grammar;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an element of the X12 dictionary may hold, in one version.
 *
 * @param reference its number in the dictionary, such as {@code 127}; {@code C001} for a composite
 * @param name what it is, in words
 * @param type its type; {@link ElementType#AN} for a composite
 * @param length least and most characters; a composite has no limit of its own
 * @param codes the codes that it takes, by the standard or by a guide; empty when any is taken
 * @param standard the codes that the standard has; empty when it has no list
 * @param allowed codes that a guide allows beyond the standard, whatever their length
 * @param components the components of a composite, in order; empty for a simple element
 * @param conditions what holds among the components
 */
public record ElementRule(
        String reference,
        String name,
        ElementType type,
        Length length,
        Set<String> codes,
        Set<String> standard,
        Set<String> allowed,
        List<ElementUse> components,
        List<Condition> conditions) {
    /** Least and most characters of a value; a sign and a decimal point do not count. */
    public record Length(int least, int most) {
        static final Length ANY = new Length(1, Integer.MAX_VALUE);
    }

    public ElementRule {
        codes = Set.copyOf(codes);
        standard = Set.copyOf(standard);
        allowed = Set.copyOf(allowed);
        components = List.copyOf(components);
        conditions = List.copyOf(conditions);
    }

    /** False when there is a list of codes, and this is not one of them. */
    public boolean takes(String code) {
        return codes.isEmpty() || codes.contains(code);
    }

    /** True for a code that the standard has, though a guide may not. */
    public boolean isStandard(String code) {
        return standard.isEmpty() || standard.contains(code);
    }

    /** True for a code that a guide allows beyond the standard; it may be longer or shorter than those of the standard. */
    public boolean isAllowed(String code) {
        return allowed.contains(code) && takes(code);
    }

    /** True when it is made of components. */
    public boolean isComposite() {
        return !components.isEmpty();
    }

    ElementRule withCodes(Set<String> others) {
        return new ElementRule(reference, name, type, length, others, standard, allowed, components, conditions);
    }

    ElementRule allowing(Set<String> more) {
        return new ElementRule(
                reference,
                name,
                type,
                length,
                codes.isEmpty() ? codes : joined(codes, more),
                standard,
                joined(allowed, more),
                components,
                conditions);
    }

    private static Set<String> joined(Set<String> some, Set<String> more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    ElementRule withMost(int characters) {
        return new ElementRule(
                reference,
                name,
                type,
                new Length(length.least(), characters),
                codes,
                standard,
                allowed,
                components,
                conditions);
    }
}
