package io.lotwire.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.lotwire.document.DocumentNumbers;
import io.lotwire.document.DocumentOutcome;
import io.lotwire.document.DocumentWriter;
import io.lotwire.document.Part;
import io.lotwire.document.Parts;
import io.lotwire.lot.EventSource;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Reference;
import io.lotwire.lot.json.LotEventJson;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Subscription;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Lot events that happen ({@code events.ndjson}): what must come of them is each document that the partner gets, named after
 * its subscription (and {@code .1}, {@code .2} where it is split), and the problems ({@code problems.txt}). All events are of one
 * document; control numbers are that of the part.
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
            EventSource all = EventSource.of(wanted);
            Parts parts = Parts.of(all, subscription);
            for (int i = 1; i <= parts.count(); i++) {
                Part part = parts.part(i);
                DocumentNumbers numbers = new DocumentNumbers(i, i, part.numbered(number(wanted.get(0))));
                write(subscription, parts.events(all, i), part, numbers, made, problems);
            }
        }
        if (!problems.isEmpty()) {
            made.put(ReceivedSample.PROBLEMS, ReceivedSample.bytes(problems.toString()));
        }
        return made;
    }

    private void write(
            Subscription subscription,
            EventSource events,
            Part part,
            DocumentNumbers numbers,
            SortedMap<String, String> made,
            StringBuilder problems)
            throws IOException {
        String name = subscription.name() + (part.of() == 1 ? "" : "." + part.number());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DocumentOutcome outcome = writer.write(events, us, partner, subscription, numbers, written, bytes);
        outcome.problems().forEach(problem -> problems.append(name + ": " + problem + "\n"));
        if (outcome instanceof DocumentOutcome.Document) {
            made.put(name + "." + subscription.send().format().extension(), bytes.toString(ISO_8859_1));
        }
    }

    /** The number of the document that the events are of: the first that they refer to. */
    private static String number(LotEvent event) {
        List<Reference> references = event.references();
        return references.isEmpty() ? "1" : references.get(0).value();
    }
}
