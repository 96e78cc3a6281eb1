package io.lotwire.recall.record;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.lot.Word;
import io.lotwire.recall.Affected;
import io.lotwire.recall.Notice;
import io.lotwire.recall.Recall;
import io.lotwire.recall.RecallJson;
import io.lotwire.recall.RecallText;
import io.lotwire.seal.SealedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The record of a recall in one ZIP file: {@code record.pdf} for people, its tables as CSV, what was affected as it was known when the
 * recall was opened ({@code affected.json}, to the byte), and a manifest with the SHA-256 of each, signed where there is a key.
 */
public final class RecallRecord implements SealedFile.Content<Recall> {
    /** So many lots and shipments stand in the PDF; all of them are in the tables. */
    private static final int MOST = 200;

    private final Recall recall;
    private final Affected affected;
    private final List<String> since;
    private final Made made;

    /**
     * When and by whom it is made.
     *
     * @param version the Lotwire that writes it
     * @param signer who signs it, in words; {@code ""} for nobody
     */
    public record Made(Instant at, String by, String version, String signer) {}

    /**
     * @param affected what was known to be affected when it was opened
     * @param since what has come to light since
     */
    public RecallRecord(Recall recall, Affected affected, List<String> since, Made made) {
        this.recall = recall;
        this.affected = affected;
        this.since = List.copyOf(since);
        this.made = made;
    }

    /** Writes it; answers its SHA-256. */
    public String write(Path file, Optional<SealedFile.Signer> signer) throws IOException {
        return SealedFile.write(file, this, signer).sha256();
    }

    @Override
    public Recall into(Path folder) throws IOException {
        Files.writeString(folder.resolve("affected.json"), RecallJson.text(affected), StandardCharsets.UTF_8);
        new Tables(recall, affected).write(folder);
        pdf(folder.resolve("record.pdf"));
        return recall;
    }

    @Override
    public ObjectNode manifest(Recall told) {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("recall", recall.id())
                .put("drill", recall.drill())
                .put("reason", recall.reason())
                .put("openedAt", recall.openedAt().toString())
                .put("openedBy", recall.openedBy())
                .put("closedAt", recall.closedAt().map(Instant::toString).orElse(""))
                .put("affectedSha256", recall.affectedSha256())
                .put("recordedAt", made.at().toString())
                .put("recordedBy", made.by())
                .put("writtenBy", made.version())
                .put("signedBy", made.signer());
        manifest.set("scope", RecallJson.object(recall.scope()));
        return manifest;
    }

    private void pdf(Path file) throws IOException {
        String title = (recall.drill() ? "Drill " : "Recall ") + recall.id();
        try (RecordPdf pdf = new RecordPdf(
                "Record of " + title, recall.id(), made.at(), title + ", recorded " + made.at() + " by " + made.by())) {
            pdf.heading("Record of " + title);
            head(pdf);
            known(pdf);
            told(pdf);
            pdf.heading("Every step");
            for (Recall.Event event : recall.events()) {
                pdf.line(event.at() + "  " + Word.of(event.did()) + " by " + event.by()
                        + (event.about().isEmpty() ? "" : ", " + event.about())
                        + (event.note().isEmpty() ? "" : ": " + event.note()));
            }
            pdf.heading("What came to light after it was opened");
            if (since.isEmpty()) {
                pdf.line("Nothing, until " + made.at() + ".");
            }
            for (String line : since) {
                pdf.line(line);
            }
            appendix(pdf);
            pdf.save(file);
        }
    }

    private void head(RecordPdf pdf) throws IOException {
        if (recall.drill()) {
            pdf.line("This was a drill: no goods were recalled, and nothing was held.");
        }
        pdf.line("What: " + recall.scope().words());
        pdf.line("Why: " + recall.reason());
        pdf.line("Opened: " + recall.openedAt() + " by " + recall.openedBy());
        pdf.line("Closed: " + recall.closedAt().map(Instant::toString).orElse("it is open"));
        pdf.line(RecallText.count(recall));
        pdf.line("Signed: " + (made.signer().isEmpty() ? "no, there is no key" : "by " + made.signer()));
    }

    private void known(RecordPdf pdf) throws IOException {
        pdf.heading("What was known when it was opened");
        long possible = affected.lots().stream().filter(lot -> !lot.sure()).count();
        pdf.line(affected.lots().size() + " lots, of which " + possible + " only possibly; "
                + affected.shipments().size() + " lines of shipments; "
                + affected.parties().stream().filter(Affected.Party::got).count() + " parties that got some of it.");
        pdf.line("SHA-256 of affected.json: " + recall.affectedSha256());
        pdf.space();
        for (Affected.Lot lot :
                affected.lots().subList(0, Math.min(MOST, affected.lots().size()))) {
            pdf.line(
                    (lot.sure() ? "certain: " : "possible: ") + lot.words() + (lot.depth() == 0 ? "" : ", made of it"));
        }
        if (affected.lots().size() > MOST) {
            pdf.line("And " + (affected.lots().size() - MOST) + " more, in lots.csv.");
        }
    }

    private void told(RecordPdf pdf) throws IOException {
        pdf.heading("Who was told, and who answered");
        for (Notice notice : recall.notices()) {
            pdf.line(notice.name() + (notice.partner().isEmpty() ? "" : " (" + notice.partner() + ")") + ": "
                    + Word.of(notice.state(recall.drill())).replace('-', ' ')
                    + (notice.sends() ? ", " + notice.format() + " over " + notice.wire() : "")
                    + (notice.sure() ? "" : ", only possibly affected"));
            for (Notice.Sending sending : notice.sendings()) {
                pdf.below((sending.ordinal() == 0 ? "notice" : "reminder " + sending.ordinal()) + ": "
                        + Word.of(sending.state())
                        + (sending.confirmation().isEmpty() ? "" : ", " + sending.confirmation()));
            }
            for (Recall.Event event : recall.events()) {
                if (event.did() == Recall.Deed.ANSWERED && event.about().equals(notice.name())) {
                    pdf.below("answered " + event.at() + ", noted by " + event.by() + ": " + event.note());
                }
            }
            if (notice.answeredAt().isEmpty() && notice.overdue()) {
                pdf.below("no answer in time");
            }
        }
    }

    private static void appendix(RecordPdf pdf) throws IOException {
        pdf.heading("In the same file");
        pdf.line(
                "lots.csv, shipments.csv, stocks.csv: all that was affected, as it was known when the recall was opened.");
        pdf.line("notices.csv, steps.csv: who was told, and every step.");
        pdf.line("affected.json: the same as it was kept, to the byte.");
        pdf.line(
                "manifest.json: the SHA-256 of each file; manifest.json.p7s: its signature (CMS, detached), where there is one.");
    }
}
