package io.lotwire.edi.tree;

import io.lotwire.edi.segment.SegmentId;
import java.util.List;

/** The identifiers of the segments that open a set's kinds of loops. */
public final class LoopIds {
    private final String[] texts;
    private final int[] packed;

    public LoopIds(List<String> ids) {
        texts = ids.toArray(String[]::new);
        packed = ids.stream().mapToInt(SegmentId::of).toArray();
    }

    String text(int kind) {
        return texts[kind];
    }

    /** As {@link SegmentId} packs it. */
    int packed(int kind) {
        return packed[kind];
    }
}
