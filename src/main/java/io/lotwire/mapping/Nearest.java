package io.lotwire.mapping;

import io.lotwire.x12.Loop;
import io.lotwire.x12.Value;
import io.lotwire.x12.X12Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Looks for values in a loop and then in the loops around it: the nearest that has one lends it. */
final class Nearest {
    private Nearest() {}

    /** The first of the places that has a value, in the nearest loop where any has. */
    static Optional<Value> value(Loop loop, List<X12Path> places) {
        return of(loop, at -> first(at, places));
    }

    /** The text at a place, {@code ""} when no loop around has it or there is no such place. */
    static String text(Loop loop, X12Path place) {
        return place == null ? "" : value(loop, List.of(place)).map(Value::text).orElse("");
    }

    /** What the nearest loop gives that gives anything. */
    static <T> Optional<T> of(Loop loop, Function<Loop, Optional<T>> find) {
        Optional<Loop> at = Optional.of(loop);
        while (at.isPresent()) {
            Optional<T> found = find.apply(at.get());
            if (found.isPresent()) {
                return found;
            }
            at = at.get().parent();
        }
        return Optional.empty();
    }

    /** The first of the places that has a value in this loop alone. */
    static Optional<Value> first(Loop loop, List<X12Path> places) {
        for (X12Path place : places) {
            Optional<Value> value = place.first(loop);
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }
}
