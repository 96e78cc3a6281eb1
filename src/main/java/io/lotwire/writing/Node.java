package io.lotwire.writing;

import java.util.List;
import java.util.Map;

/** A part of an out-mapping that writes something. */
public sealed interface Node {
    /** When it is written at all. */
    WrittenWhen when();

    /**
     * One segment.
     *
     * @param id its identifier
     * @param elements its values by their places, in ascending order
     * @param pairs where item numbers stand, null for none
     * @param once true when it is not said again where a level above has said the same
     * @param always true when it is written even when no value is known
     * @param split the text that may go on in another such segment, null for none
     */
    record SegmentNode(
            String id, List<At> elements, Pairs pairs, boolean once, boolean always, Split split, WrittenWhen when)
            implements Node {}

    /**
     * A value and its place.
     *
     * @param element from 1
     * @param component from 1; 0 for an element without components
     */
    record At(int element, int component, ElementValue value) {}

    /** The place of a text that may be longer than it holds, both parts from 1. */
    record Split(int element, int component) {}

    /**
     * Where pairs of qualifier and item number stand.
     *
     * @param places the elements of the qualifiers; or, where one composite holds both, of the composites
     * @param composite true when number and qualifier are components of one element, in that order
     * @param onlyLot true when the lot's pair is the only one
     * @param lot the place that brings the lot in as a last pair, such as {@code LIN/LT}; {@code ""} for none
     * @param from the first item number that stands here, counted from 0: those before stand elsewhere
     */
    record Pairs(List<Integer> places, boolean composite, boolean onlyLot, String lot, int from) {}

    /**
     * Once for each order, unit and so on.
     *
     * @param isLevel true when each is a level of the document's tree; what has no such level then stands in the one above
     * @param roles where it is once for each party: their roles, by whom they are
     */
    record LoopNode(Each each, boolean isLevel, Map<String, String> roles, List<Node> nodes, WrittenWhen when)
            implements Node {}

    /** The tree of levels that the profile chooses. */
    record TreeNode(WrittenWhen when) implements Node {}
}
