package io.lotwire.mapping;

import io.lotwire.edi.tree.Loop;
import io.lotwire.edi.tree.Value;
import io.lotwire.mapping.Mapping.Beside;
import java.util.Optional;

/** Reads what stands beside a value: in its segment, or in the loops around it inside the line. */
final class BesideReader {
    private BesideReader() {}

    /**
     * The value beside another one; null when there is none.
     *
     * @param line the loop that ends the search; what it says is said of all that it names
     */
    static Value read(Beside place, Value value, Loop line) {
        if (place == null) {
            return null;
        }
        if (place.path() == null) {
            String text = place.component() == 0
                    ? value.segment().element(place.element())
                    : value.segment().component(place.element(), place.component());
            return text.isEmpty()
                    ? null
                    : new Value(text, value.segment(), value.loop(), place.element(), place.component());
        }
        Loop at = value.loop();
        while (at != null && !at.equals(line)) {
            Optional<Value> found = place.path().first(at);
            if (found.isPresent()) {
                return found.get();
            }
            at = at.parent().orElse(null);
        }
        return null;
    }

    /** Its text; {@code ""} when there is none. */
    static String text(Beside place, Value value, Loop line) {
        Value found = read(place, value, line);
        return found == null ? "" : found.text();
    }
}
