package io.lotwire.lot.json;

import java.util.function.BiPredicate;
import java.util.function.Consumer;

/** What event after event says at one place: the second time its text is kept, and written from then on. */
final class Repeated<T> {
    private T last;
    private LeanJson.Excerpt written;

    /** Writes a value, which may be null; it is the same when it is the same object. */
    @SuppressWarnings("ReferenceEquality") // To compare all that it says would cost as much as to write it.
    void write(T value, LeanJson json, Consumer<T> writing) {
        write(value, (one, other) -> one == other, json, writing);
    }

    void write(T value, BiPredicate<T, T> same, LeanJson json, Consumer<T> writing) {
        boolean isRepeated = value != null && last != null && same.test(value, last);
        if (isRepeated && written != null && json.writeAgain(written)) {
            return;
        }
        LeanJson.Mark begin = null;
        if (isRepeated) {
            begin = json.mark();
        }
        writing.accept(value);
        written = begin == null ? null : json.since(begin);
        last = value;
    }
}
