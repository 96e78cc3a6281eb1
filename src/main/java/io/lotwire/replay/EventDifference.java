package io.lotwire.replay;

import io.lotwire.lot.LotEvent;
import java.util.List;

/** A lot event that would come out otherwise. */
public sealed interface EventDifference {
    /** An event that is not there yet. */
    record New(LotEvent now) implements EventDifference {}

    /** An event that nothing would give any more. */
    record Gone(LotEvent before) implements EventDifference {}

    /**
     * An event of the same place that would say something else.
     *
     * @param changes at least one
     */
    record Changed(LotEvent before, LotEvent now, List<FieldChange> changes) implements EventDifference {
        public Changed {
            changes = List.copyOf(changes);
        }
    }
}
