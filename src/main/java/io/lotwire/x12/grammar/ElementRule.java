package io.lotwire.x12.grammar;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an element of the X12 dictionary may hold.
 *
 * @param reference its number in the dictionary, such as {@code 127}; {@code C001} for a composite
 * @param name what it is, in words
 * @param type its type
 * @param lengths least and most characters, by the version from which they hold
 * @param codes its codes
 */
public record ElementRule(
        String reference, String name, ElementType type, TreeMap<String, Length> lengths, Codes codes) {
    /** Least and most characters of a value; a sign and a decimal point do not count. */
    public record Length(int least, int most) {}

    /**
     * A list of codes.
     *
     * @param list the codes; empty when any is taken
     * @param version the version whose list it is, such as {@code 004010}: later ones may have more; empty for all
     */
    public record Codes(Set<String> list, String version) {
        /** Any code. */
        public static final Codes ANY = new Codes(Set.of(), "");

        /** False when the code is not one that this version has. */
        public boolean take(String code, String inVersion) {
            return list.isEmpty() || list.contains(code) || !isListOf(inVersion);
        }

        private boolean isListOf(String inVersion) {
            return version.isEmpty() || inVersion.startsWith(version) || inVersion.compareTo(version) < 0;
        }
    }

    /** The lengths in a version such as {@code 004010}; the earliest known for versions before that. */
    public Length length(String version) {
        Map.Entry<String, Length> entry = lengths.floorEntry(version);
        return entry == null ? lengths.firstEntry().getValue() : entry.getValue();
    }

    /** True when it is made of components, which are not checked one by one. */
    public boolean isComposite() {
        return reference.startsWith("C");
    }
}
