package io.lotwire.web.page;

import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.InboxState;
import io.lotwire.lot.Word;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** States as filters have them: a word for the address, and how it is said. */
final class States {
    private States() {}

    /** All of a kind. */
    static <E extends Enum<E>> Map<String, String> of(Class<E> kind) {
        Map<String, String> states = new LinkedHashMap<>();
        for (E each : kind.getEnumConstants()) {
            states.put(
                    Word.of(each),
                    each instanceof InboxState state ? Words.word(state) : Words.word((DeliveryState) each));
        }
        return states;
    }

    /** Reads the word of an address. */
    static <E extends Enum<E>> Function<String, Optional<E>> reading(Class<E> kind) {
        return word -> Word.constant(kind, word);
    }
}
