package io.lotwire.replay;

import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Source;
import io.lotwire.lot.json.LotEventJson;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/** The values of a lot event by their paths. */
final class EventFields {
    private static final Source NOWHERE = new Source("", "", "", "", "", "", "", 0, 0, 0, "");

    private final SortedMap<String, String> values;

    private EventFields(LotEvent event) {
        values = LotEventJson.byPath(event);
    }

    /** Those of an event; its id, which follows from the rest, and which edition of the mapping made it, are none. */
    static EventFields of(LotEvent event) {
        return new EventFields(event.withEventId("").withSource(event.source().withMapping("")));
    }

    /** The same without where it was said: a document that came again says the same elsewhere. */
    static EventFields withoutSource(LotEvent event) {
        return new EventFields(event.withEventId("").withSource(NOWHERE));
    }

    /** What would be otherwise. */
    List<FieldChange> changesTo(EventFields now) {
        TreeSet<String> paths = new TreeSet<>(values.keySet());
        paths.addAll(now.values.keySet());
        List<FieldChange> changes = new ArrayList<>();
        for (String path : paths) {
            String before = values.getOrDefault(path, "");
            String after = now.values.getOrDefault(path, "");
            if (!before.equals(after)) {
                changes.add(new FieldChange(path, before, after));
            }
        }
        return changes;
    }
}
