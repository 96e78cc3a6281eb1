package io.lotwire.recall;

import io.lotwire.edi.write.X12Writer;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Party;
import io.lotwire.lot.Reference;
import io.lotwire.partner.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The words of a notice in X12: lot codes, numbers and quantities to the character, all else without what is a delimiter. */
final class NoticeWords {
    /** N103: a GLN (UCC/EAN location code). */
    private static final String GLN = "UL";

    private final Telling telling;

    NoticeWords(Telling telling) {
        this.telling = telling;
    }

    /** What it is, such as {@code TEST RECALL NOTICE 7 REMINDER 2}, in so many characters at most. */
    String title(int most) {
        String title = (telling.drill() ? "TEST " : "") + "RECALL NOTICE " + telling.recall()
                + (telling.reminder() == 0 ? "" : " REMINDER " + telling.reminder());
        return title.substring(0, Math.min(most, title.length()));
    }

    /** The number by which it is spoken of. */
    String reference() {
        return "RECALL-" + telling.recall();
    }

    /** The number of the notice itself, such as {@code RECALL-7-reminder-2}: who has seen one may pass over a second of its number. */
    String number() {
        return "RECALL-" + telling.number();
    }

    /** What it says of all goods, line by line. */
    List<String> introduction() {
        List<String> lines = new ArrayList<>();
        if (telling.drill()) {
            lines.add("THIS IS A DRILL. NO GOODS ARE RECALLED.");
        }
        if (telling.reminder() > 0) {
            lines.add("You were told of this recall on " + telling.openedAt() + " and have not answered.");
        }
        lines.add("Reason: " + words(telling.reason()));
        lines.add("Do not use, sell or ship these goods. Say how much of each lot you still have"
                + (telling.contact().isEmpty() ? "." : ", to " + words(telling.contact()) + "."));
        return lines;
    }

    /** What it says of some goods. */
    static String line(LotEvent event) {
        List<String> words = new ArrayList<>();
        words.add("Lot " + event.lot().code());
        if (event.item().gtin() != null) {
            words.add("GTIN " + event.item().gtin().digits());
        }
        event.item().ids().forEach(id -> words.add("item " + id.value()));
        add(words, words(event.item().description()));
        if (event.quantity() != null) {
            words.add((event.quantity().value().toPlainString() + " "
                            + event.quantity().unit())
                    .strip());
        }
        if (event.unit() != null) {
            words.add("SSCC " + event.unit().sscc().digits());
        }
        add(words, party("from", event.shipFrom()));
        add(words, party("to", event.shipTo()));
        add(
                words,
                event.references().stream()
                        .filter(reference -> !reference.type().equals(RecalledGoods.RECALL))
                        .map(NoticeWords::reference)
                        .collect(Collectors.joining(", ")));
        words.add(event.lot().certainty() == null ? "certain" : "possible");
        return String.join(", ", words);
    }

    /** Writes who writes it, or who gets it. */
    static void party(X12Writer writer, String code, Profile profile) {
        boolean hasGln = profile.identity().gln() != null;
        writer.segment(
                "N1",
                code,
                words(profile.title()),
                hasGln ? GLN : "",
                hasGln ? profile.identity().gln().digits() : "");
    }

    /** Words of people, on one line and without what is a delimiter in X12. */
    static String words(String text) {
        return text.replaceAll("[*~>^\\p{Cntrl}]+", " ").strip();
    }

    /** Parts of a line of so many characters at most, cut at blanks where there are some. */
    static List<String> cut(String line, int most) {
        List<String> parts = new ArrayList<>();
        String rest = line.strip();
        while (rest.length() > most) {
            int blank = rest.lastIndexOf(' ', most);
            int end = blank > 0 ? blank : most;
            parts.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        parts.add(rest);
        return parts;
    }

    private static String reference(Reference reference) {
        return reference.type() + " " + reference.value()
                + (reference.date().isEmpty() ? "" : " of " + reference.date());
    }

    private static String party(String before, Party party) {
        return party == null ? "" : before + " " + words(party.name());
    }

    private static void add(List<String> words, String more) {
        if (!more.isEmpty()) {
            words.add(more);
        }
    }
}
