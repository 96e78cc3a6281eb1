package io.lotwire.edi.acknowledgement;

import io.lotwire.edi.acknowledgement.ApplicationAdvice.Reason;
import io.lotwire.edi.bytes.Calendar;
import io.lotwire.edi.bytes.Count;
import io.lotwire.edi.envelope.GroupHeader;
import io.lotwire.edi.write.X12Writer;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes application advice (824) into an open group AG. */
public final class AdviceWriter {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);

    /** TED02 (element 3) holds 60 characters, NTE02 (element 352) 80. */
    private static final int TED_TEXT = 60;

    private static final int NTE_TEXT = 80;

    /** OTI11 (element 480). */
    private static final int MOST_VERSION = 12;

    private AdviceWriter() {}

    /**
     * Writes one. Of what names the document only what fits its element is said again, for it is as the sender sent it.
     *
     * @param about the group that the set came in
     * @param number the advice's own number (BGN02)
     * @param time when it is written
     */
    public static void write(
            X12Writer writer, ApplicationAdvice advice, GroupHeader about, String number, LocalDateTime time) {
        writer.set(ApplicationAdvice.SET, "0001");
        writer.segment("BGN", "11", number, DATE.format(time), TIME.format(time));
        String control = AcknowledgementOfGroup.sayable(advice.control(), 4, 9);
        writer.segment(
                "OTI",
                "T" + advice.verdict().code(),
                "TN",
                writer.canWrite(advice.reference()) ? advice.reference() : control,
                "",
                "",
                Calendar.isDate(about.date()) ? about.date() : "",
                Calendar.isTime(about.time()) ? about.time() : "",
                Count.of(advice.group()) < 0 ? "0" : advice.group(),
                control,
                AcknowledgementOfGroup.sayable(advice.set(), 3, 3),
                about.version().length() <= MOST_VERSION && writer.canWrite(about.version()) ? about.version() : "");
        advice.reasons().forEach(reason -> write(writer, reason));
    }

    private static void write(X12Writer writer, Reason reason) {
        List<String> lines = lines(sayable(writer, reason.text()));
        writer.segment(
                "TED",
                reason.code(),
                lines.isEmpty() ? "" : lines.get(0),
                reason.segmentId(),
                number(reason.position()),
                number(reason.element()));
        lines.stream().skip(1).forEach(line -> writer.segment("NTE", "", line));
    }

    /** The words are our own: a delimiter in them is a blank. */
    private static String sayable(X12Writer writer, String text) {
        StringBuilder sayable = new StringBuilder();
        text.codePoints()
                .mapToObj(Character::toString)
                .forEach(each -> sayable.append(writer.canWrite(each) ? each : " "));
        return sayable.toString().strip();
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (!rest.isEmpty()) {
            int most = lines.isEmpty() ? TED_TEXT : NTE_TEXT;
            int blank = rest.length() > most ? rest.lastIndexOf(' ', most) : rest.length();
            int end = blank > 0 ? blank : most;
            lines.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        return lines;
    }

    private static String number(int position) {
        return position == 0 ? "" : String.valueOf(position);
    }
}
