package io.lotwire.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.lotwire.document.DocumentNumbers;
import io.lotwire.document.DocumentOutcome;
import io.lotwire.document.DocumentWriter;
import io.lotwire.lot.EventSource;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.json.LotEventJson;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Subscription;
import io.lotwire.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Lot events that happen ({@code events.ndjson}): what must come of them is each document that the partner gets, named after
 * its subscription, and the problems ({@code problems.txt}). All events are of one document; control numbers are 1.
 *
 * @param folder the folder
 * @param us the gateway's owner
 * @param partner who gets the documents
 * @param writer writes them
 * @param written when they are written
 */
record SentSample(Path folder, Profile us, Profile partner, DocumentWriter writer, Instant written) implements Sample {
    static final String INPUT = "events.ndjson";

    @Override
    public boolean isInput(String fileName) {
        return fileName.equals(INPUT);
    }

    @Override
    public SortedMap<String, String> run() throws IOException {
        List<LotEvent> events = Files.readAllLines(folder.resolve(INPUT)).stream()
                .filter(line -> !line.isBlank())
                .map(LotEventJson::read)
                .toList();
        SortedMap<String, String> made = new TreeMap<>();
        StringBuilder problems = new StringBuilder();
        for (Subscription subscription : partner.subscriptions()) {
            List<LotEvent> wanted = events.stream()
                    .filter(event -> subscription.when().holdsFor(event))
                    .toList();
            if (wanted.isEmpty()) {
                continue;
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DocumentOutcome outcome = writer.write(
                    EventSource.of(wanted), us, partner, subscription, numbers(wanted.get(0)), written, bytes);
            problems.append(outcome.problems().stream()
                    .map(Problem::toString)
                    .map(problem -> subscription.name() + ": " + problem + "\n")
                    .collect(Collectors.joining()));
            if (outcome instanceof DocumentOutcome.Document) {
                String extension = subscription.send().format().extension();
                made.put(subscription.name() + "." + extension, bytes.toString(ISO_8859_1));
            }
        }
        if (!problems.isEmpty()) {
            made.put(ReceivedSample.PROBLEMS, ReceivedSample.bytes(problems.toString()));
        }
        return made;
    }

    /** The number of the document that the events are of: the first that they refer to. */
    private static DocumentNumbers numbers(LotEvent event) {
        String number =
                event.references().isEmpty() ? "1" : event.references().get(0).value();
        return new DocumentNumbers(1, 1, number);
    }
}
