package io.lotwire.inspect;

import io.lotwire.ledger.StoredProblem;
import java.util.List;

/**
 * A segment taken apart.
 *
 * @param line the segment
 * @param elements its elements in order, empty ones left out
 * @param problems what is wrong with it, or with elements that are not there
 */
public record SegmentView(SegmentLine line, List<ElementView> elements, List<StoredProblem> problems) {
    public SegmentView {
        elements = List.copyOf(elements);
        problems = List.copyOf(problems);
    }
}
