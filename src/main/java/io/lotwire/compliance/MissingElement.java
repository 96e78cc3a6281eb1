package io.lotwire.compliance;

import io.lotwire.lot.Certainty;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Word;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A key data element that a statement is to tell and does not.
 *
 * @param element which one
 * @param facts what of it is missing, at least one
 * @param note what the document says instead, {@code ""} for nothing
 */
public record MissingElement(KeyDataElement element, List<Fact> facts, String note) {
    private static final String TLC = "tlc";
    private static final String STATEMENT = "statement";

    public MissingElement {
        facts = List.copyOf(facts);
    }

    /** What is missing, in words: {@code phone number, city}, with the note. */
    public String words() {
        String missing = facts.stream().map(Fact::words).collect(Collectors.joining(", "));
        return note.isEmpty() ? missing : missing + " (" + note + ")";
    }

    /** A lot code or a transaction statement that is there and does not count needs a word. */
    static String note(KeyDataElement element, Statement statement) {
        if (element.name().equals(STATEMENT)) {
            return Fact.transactionStatement(statement)
                    .map(each -> "the document answers it by "
                            + (each.answer() == null ? "a code that nobody knows" : Word.of(each.answer())))
                    .orElse("");
        }
        LotEvent event = element.isOfOutput() ? statement.produced() : statement.used();
        Lot lot = event == null ? null : event.lot();
        if (lot == null || !element.name().endsWith(TLC)) {
            return "";
        }
        return lot.certainty() != null && lot.certainty().kind() == Certainty.Kind.ONE_OF
                ? "one of " + String.join(", ", lot.certainty().among())
                : "the document calls '" + lot.code() + "' a "
                        + lot.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
