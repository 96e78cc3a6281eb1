package io.lotwire.recall;

import io.lotwire.edi.write.Envelope;
import io.lotwire.edi.write.Written;
import io.lotwire.edi.write.X12Writer;
import io.lotwire.lot.EventSource;
import io.lotwire.partner.Profile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

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

    /** BMG02 is AN 1/80. */
    private static final int TITLE = 80;

    /** MSG01 is AN 1/264. */
    private static final int LINE = 264;

    private final NoticeWords words;
    private final Profile us;
    private final Profile partner;

    /**
     * @param us who writes it
     * @param partner who gets it
     */
    public TextNotice(Telling telling, Profile us, Profile partner) {
        this.words = new NoticeWords(telling);
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
        String title = words.title(TITLE);
        writer.segment("BMG", ORIGINAL, title);
        NoticeWords.party(writer, "FR", us);
        NoticeWords.party(writer, "TO", partner);
        writer.segment("MIT", words.reference(), title);
        List<String> lines = new ArrayList<>(words.introduction());
        goods.forEach(event -> lines.add(NoticeWords.line(event)));
        for (String line : lines) {
            NoticeWords.cut(line, LINE).forEach(part -> writer.segment("MSG", part));
        }
        return writer.end();
    }
}
