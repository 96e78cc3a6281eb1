package io.lotwire.recall;

import io.lotwire.edi.write.Envelope;
import io.lotwire.edi.write.Written;
import io.lotwire.edi.write.X12Writer;
import io.lotwire.lot.EventSource;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Party;
import io.lotwire.lot.Reference;
import io.lotwire.partner.Profile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A notice of a recall as X12 864, text message, in version 004010: BMG with what it is, N1 with who writes to whom, one MIT with the
 * recall's number, and MSG with the words. Lot codes, numbers and quantities stand in it to the character; it is refused where they hold a
 * delimiter.
 */
public final class TextNotice {
    /** ST01. */
    private static final String SET = "864";

    /** GS01 of an 864. */
    private static final String FUNCTIONAL_ID = "TX";

    private static final String VERSION = "004010";

    /** BMG01: original. */
    private static final String ORIGINAL = "00";

    /** N103: a GLN (UCC/EAN location code). */
    private static final String GLN = "UL";

    /** BMG02 is AN 1/80. */
    private static final int TITLE = 80;

    /** MSG01 is AN 1/264. */
    private static final int LINE = 264;

    private final Telling telling;
    private final Profile us;
    private final Profile partner;

    /**
     * @param us who writes it
     * @param partner who gets it
     */
    public TextNotice(Telling telling, Profile us, Profile partner) {
        this.telling = telling;
        this.us = us;
        this.partner = partner;
    }

    /**
     * Writes it.
     *
     * @param goods what they got
     * @param envelope ISA
     * @param sender GS02
     * @param receiver GS03
     * @param group GS06
     */
    public Written write(EventSource goods, Envelope envelope, String sender, String receiver, int group)
            throws IOException {
        X12Writer writer = new X12Writer(envelope);
        writer.group(FUNCTIONAL_ID, sender, receiver, group, VERSION).set(SET, "0001");
        writer.segment("BMG", ORIGINAL, title());
        party(writer, "FR", us);
        party(writer, "TO", partner);
        writer.segment("MIT", "RECALL-" + telling.recall(), title());
        for (String line : lines(goods)) {
            cut(line).forEach(part -> writer.segment("MSG", part));
        }
        return writer.end();
    }

    private static void party(X12Writer writer, String code, Profile profile) {
        boolean hasGln = profile.identity().gln() != null;
        writer.segment(
                "N1",
                code,
                words(profile.title()),
                hasGln ? GLN : "",
                hasGln ? profile.identity().gln().digits() : "");
    }

    private String title() {
        String title = (telling.drill() ? "TEST " : "") + "RECALL NOTICE " + telling.recall()
                + (telling.reminder() == 0 ? "" : " REMINDER " + telling.reminder());
        return title.substring(0, Math.min(TITLE, title.length()));
    }

    /** What it says, line by line. */
    List<String> lines(EventSource goods) throws IOException {
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
        goods.forEach(event -> lines.add(line(event)));
        return lines;
    }

    private static String line(LotEvent event) {
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
                        .map(TextNotice::reference)
                        .collect(Collectors.joining(", ")));
        words.add(event.lot().certainty() == null ? "certain" : "possible");
        return String.join(", ", words);
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

    /** Words of people, on one line and without what is a delimiter in X12. */
    private static String words(String text) {
        return text.replaceAll("[*~>^\\p{Cntrl}]+", " ").strip();
    }

    /** Parts of a line that fit into a segment, cut at blanks where there are some. */
    private static List<String> cut(String line) {
        List<String> parts = new ArrayList<>();
        String rest = line.strip();
        while (rest.length() > LINE) {
            int blank = rest.lastIndexOf(' ', LINE);
            int end = blank > 0 ? blank : LINE;
            parts.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        parts.add(rest);
        return parts;
    }
}
