package io.lotwire.x12.grammar;

import java.util.List;
import java.util.Set;

/**
 * What an element of the X12 dictionary may hold, in one version.
 *
 * @param reference its number in the dictionary, such as {@code 127}; {@code C001} for a composite
 * @param name what it is, in words
 * @param type its type; {@link ElementType#AN} for a composite
 * @param length least and most characters; a composite has no limit of its own
 * @param codes its codes; empty when any is taken
 * @param components the components of a composite, in order; empty for a simple element
 * @param conditions what holds among the components
 */
public record ElementRule(
        String reference,
        String name,
        ElementType type,
        Length length,
        Set<String> codes,
        List<ElementUse> components,
        List<Condition> conditions) {
    /** Least and most characters of a value; a sign and a decimal point do not count. */
    public record Length(int least, int most) {
        static final Length ANY = new Length(1, Integer.MAX_VALUE);
    }

    public ElementRule {
        codes = Set.copyOf(codes);
        components = List.copyOf(components);
        conditions = List.copyOf(conditions);
    }

    /** False when there is a list of codes, and this is not one of them. */
    public boolean takes(String code) {
        return codes.isEmpty() || codes.contains(code);
    }

    /** True when it is made of components. */
    public boolean isComposite() {
        return !components.isEmpty();
    }

    ElementRule withCodes(Set<String> narrower) {
        return new ElementRule(reference, name, type, length, narrower, components, conditions);
    }

    ElementRule withMost(int characters) {
        return new ElementRule(
                reference, name, type, new Length(length.least(), characters), codes, components, conditions);
    }
}
