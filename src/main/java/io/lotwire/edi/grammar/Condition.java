package io.lotwire.edi.grammar;

import java.util.ArrayList;
import java.util.List;

/**
 * A condition among the elements of a segment (X12.6, relational conditions). Sets of elements are bits: bit 1 is element
 * 1, so that checking allocates nothing.
 *
 * @param kind what the condition asks
 * @param first the element that it names first, from 1
 * @param elements all elements that it names, as bits
 */
public record Condition(Kind kind, int first, long elements) {
    /** What a condition asks of its elements. */
    public enum Kind {
        /** Paired: all of them or none. */
        P,
        /** Required: at least one of them. */
        R,
        /** Exclusion: at most one of them. */
        E,
        /** Conditional: when the first is there, all others too. */
        C,
        /** List conditional: when the first is there, at least one of the others too. */
        L
    }

    /**
     * The elements that break the condition.
     *
     * @param present the elements that are not empty, as bits
     * @return as bits: those that are missing, or for an exclusion those that are too many; 0 when the condition holds
     */
    public long broken(long present) {
        long here = present & elements;
        long others = elements & ~bit(first);
        boolean firstHere = (present & bit(first)) != 0;
        return switch (kind) {
            case P -> here == 0 ? 0 : elements & ~present;
            case R -> here == 0 ? bit(first) : 0;
            case E -> here & (here - 1);
            case C -> firstHere ? others & ~present : 0;
            case L -> firstHere && (present & others) == 0 ? Long.lowestOneBit(others) : 0;
        };
    }

    /** The bit of an element. */
    public static long bit(int element) {
        return 1L << element;
    }

    /** The elements of a set of bits, in order. */
    public static List<Integer> list(long elements) {
        List<Integer> list = new ArrayList<>();
        for (long left = elements; left != 0; left &= left - 1) {
            list.add(Long.numberOfTrailingZeros(left));
        }
        return list;
    }

    /**
     * What the condition asks, as a sentence.
     *
     * @param segment the segment's identifier, such as {@code REF}
     */
    public String sentence(String segment) {
        List<String> others = list(elements & ~bit(first)).stream()
                .map(at -> name(segment, at))
                .toList();
        List<String> all = list(elements).stream().map(at -> name(segment, at)).toList();
        String one = name(segment, first);
        return switch (kind) {
            case P ->
                joined(all, " and ") + " go together: send " + (all.size() == 2 ? "both or neither" : "all or none");
            case R -> "at least one of " + joined(all, " and ") + " must be there: send one";
            case E -> "only one of " + joined(all, " and ") + " may be there: leave out the others";
            case C -> with(one, joined(others, " and "));
            case L -> with(one, joined(others, " or "));
        };
    }

    private static String with(String one, String others) {
        return "where " + one + " is there, " + others + " must be too: send " + others + ", or leave out " + one;
    }

    private static String joined(List<String> names, String last) {
        return String.join(", ", names.subList(0, names.size() - 1))
                + (names.size() > 1 ? last : "")
                + names.get(names.size() - 1);
    }

    private static String name(String segment, int element) {
        return segment + (element < 10 ? "0" : "") + element;
    }
}
