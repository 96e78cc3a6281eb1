package io.lotwire.edi.read;

import io.lotwire.bench.x12.Contestant;
import io.lotwire.bench.x12.Parser;
import io.lotwire.bench.x12.Refused;
import io.lotwire.edi.read.Defects.Defect;
import io.lotwire.edi.read.Defects.Variant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The table of {@code src/docs/tables/defects.md}: which parser finds which defect. */
public final class WhoFindsWhat {
    private static final List<Parser> OTHERS =
            List.of(Parser.STAEDI_WHOLE_SCHEMA, Parser.EDIREADER, Parser.GOZER, Parser.IMSWEB, Parser.SMOOKS);
    private static final long DEADLINE_SECONDS = 60;

    private final Map<Parser, Contestant> contestants = new EnumMap<>(Parser.class);

    WhoFindsWhat() {
        OTHERS.forEach(parser -> contestants.put(parser, parser.contestant()));
    }

    /** What a parser says of a document. */
    enum Answer {
        FAULTY,
        GOOD,
        CRASH,
        HANGS
    }

    Answer answer(Parser parser, byte[] document) throws InterruptedException {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> reading = thread.submit(() -> contestants.get(parser).read(document));
            reading.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
            return Answer.GOOD;
        } catch (TimeoutException e) {
            return Answer.HANGS;
        } catch (ExecutionException e) {
            return e.getCause() instanceof Refused ? Answer.FAULTY : Answer.CRASH;
        } finally {
            thread.shutdownNow();
        }
    }

    List<Parser> others() {
        return OTHERS;
    }

    /**
     * The table.
     *
     * @param ours says whether our reader finds a defect as it must
     * @param taken says whether our reader takes what is no defect
     */
    String markdown(Predicate<Defect> ours, Predicate<Variant> taken) throws InterruptedException {
        StringBuilder text = new StringBuilder("""
                # Who finds which defect

                Defects planted one at a time in a good 856 (`src/test/resources/defects`), read by Lotwire and by the other
                parsers that `./lotwire bench` measures. StAEDI has a schema of the whole 856, Smooks EDI and imsweb
                x12-parser have definitions of its structure; all of them take the document without the defect.

                *yes*: says that the document is faulty. Lotwire must do so in the right place and with the right code of the
                acknowledgement; of the others any complaint counts, such as one about a segment that they do not know. *no*:
                takes it as good. *crash*: fails with an exception that says nothing of the document.

                `DefectsTest` writes this page with `-Dgolden.write=true`, and fails when it is out of date.
                """);
        List<Defect> defects = Defects.planted();
        String group = "";
        int[] found = new int[OTHERS.size() + 1];
        for (Defect defect : defects) {
            if (!defect.group().equals(group)) {
                group = defect.group();
                head(text, group, "Defect");
            }
            row(text, defect.name(), ours.test(defect) ? "yes" : "no", defect.document(), "yes", "no", found);
        }
        text.append("\n## Found\n\nOf ").append(defects.size()).append(" defects:\n\n| ");
        text.append(titles())
                .append(" |\n|")
                .append(" --- |".repeat(found.length))
                .append("\n|");
        for (int count : found) {
            text.append(' ').append(count).append(" |");
        }
        text.append('\n');
        head(text, "No defect, and taken", "Variant");
        for (Variant variant : Defects.harmless()) {
            row(
                    text,
                    variant.name(),
                    taken.test(variant) ? "yes" : "no",
                    variant.document(),
                    "no",
                    "yes",
                    new int[found.length]);
        }
        return text.toString();
    }

    private static void head(StringBuilder text, String group, String first) {
        text.append("\n## ").append(group).append("\n\n| ").append(first).append(" | ");
        text.append(titles())
                .append(" |\n| --- |")
                .append(" --- |".repeat(OTHERS.size() + 1))
                .append('\n');
    }

    private static String titles() {
        return "Lotwire | "
                + OTHERS.stream()
                        .map(parser -> parser == Parser.STAEDI_WHOLE_SCHEMA ? "StAEDI" : parser.title())
                        .collect(Collectors.joining(" | "));
    }

    private void row(
            StringBuilder text, String name, String ours, byte[] document, String faulty, String good, int[] found)
            throws InterruptedException {
        text.append("| ").append(name).append(" | ").append(ours).append(" |");
        found[0] += ours.equals("yes") ? 1 : 0;
        for (int i = 0; i < OTHERS.size(); i++) {
            Answer answer = answer(OTHERS.get(i), document);
            String word =
                    switch (answer) {
                        case FAULTY -> faulty;
                        case GOOD -> good;
                        case CRASH -> "crash";
                        case HANGS -> "hangs";
                    };
            found[i + 1] += word.equals("yes") ? 1 : 0;
            text.append(' ').append(word).append(" |");
        }
        text.append('\n');
    }
}
