package io.lotwire.edi.acknowledgement;

import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.tree.TransactionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What people write to people (864, text message).
 *
 * @param subject what it is about (BMG02, and MIT02 of its first part), {@code ""} when not stated
 * @param text what it says (MSG01 and MTX02, one after the other; MIT02 of a later part is its heading)
 */
public record TextMessage(String subject, String text) {
    /** ST01 of the set that carries text. */
    public static final String SET = "864";

    /** What an 864 says; empty for another set. */
    public static Optional<TextMessage> read(TransactionSet set) {
        if (!set.id().equals(SET)) {
            return Optional.empty();
        }
        List<String> subject = new ArrayList<>();
        List<String> text = new ArrayList<>();
        for (Segment segment : set.segments()) {
            switch (segment.id()) {
                case "BMG" -> say(subject, segment.element(2));
                case "MIT" -> say(text.isEmpty() ? subject : text, segment.element(2));
                case "MSG" -> say(text, segment.element(1));
                case "MTX" -> say(text, segment.element(2));
                default -> {
                    // Dates, parties and contacts are in the document itself.
                }
            }
        }
        return Optional.of(new TextMessage(String.join(", ", subject), String.join(" ", text)));
    }

    private static void say(List<String> said, String words) {
        if (!words.isBlank()) {
            said.add(words.strip());
        }
    }
}
