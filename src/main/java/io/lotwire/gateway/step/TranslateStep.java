package io.lotwire.gateway.step;

import io.lotwire.desk.Handling;
import io.lotwire.desk.Outcome;
import io.lotwire.desk.ReceivedBytes;
import io.lotwire.gateway.smooks.SmooksFiles;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.KeptContent;
import io.lotwire.lot.EventSource;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Purpose;
import io.lotwire.mapping.MappingFault;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.wire.InterchangeLog;
import io.lotwire.wire.RootCause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.camel.Body;
import org.apache.camel.Handler;
import org.jboss.logging.Logger;

/** Makes lot events of documents, as was decided when their journey began. */
@Named("translate")
@ApplicationScoped
public class TranslateStep {
    private static final Logger LOG = Logger.getLogger(TranslateStep.class);

    /** Of a document with more events none are kept: it is translated once more when they are stored. */
    private static final int MOST_IN_MEMORY = 10_000;

    private final Archive archive;
    private final SmooksFiles smooksFiles;

    TranslateStep(Archive archive, SmooksFiles smooksFiles) {
        this.archive = archive;
        this.smooksFiles = smooksFiles;
    }

    /** The documents with their translations. */
    @Handler
    public Batch<TranslatedDocument> translate(@Body Batch<AcceptedDocument> batch) throws IOException {
        List<TranslatedDocument> translated = new ArrayList<>();
        for (AcceptedDocument document : batch.documents()) {
            try (InterchangeLog ignored = InterchangeLog.about(document.inbox().id())) {
                translated.add(translate(document));
            }
        }
        return batch.with(translated);
    }

    private TranslatedDocument translate(AcceptedDocument document) throws IOException {
        Gathered events = new Gathered();
        Outcome made;
        try {
            made = outcome(document, events);
        } catch (RuntimeException defect) {
            // It would fail again each time: this document waits for a person, the others go on.
            LOG.errorf(
                    defect, "A mapping failed: inbox %d, %s", document.inbox().id(), document.kind());
            made = failed(Problem.error(
                    MappingFault.MAPPING_FAILED,
                    place(document),
                    "The mapping of " + document.kind() + " failed: " + RootCause.sentence(defect)));
        }
        boolean good = made.problems().stream().noneMatch(Problem::isError);
        return new TranslatedDocument(
                document, made, good ? events.source(taker -> outcome(document, taker)) : EventSource.of(List.of()));
    }

    /** The first events of a document, up to what memory has room for, and how many there are in all. */
    private static final class Gathered implements Consumer<LotEvent> {
        private final List<LotEvent> events = new ArrayList<>();
        private int count;

        @Override
        public void accept(LotEvent event) {
            count++;
            if (count <= MOST_IN_MEMORY) {
                events.add(event);
            } else {
                events.clear();
            }
        }

        EventSource source(TranslatedAgain.Translating again) {
            return count > MOST_IN_MEMORY ? new TranslatedAgain(count, again) : EventSource.of(events);
        }
    }

    private Outcome outcome(AcceptedDocument document, Consumer<LotEvent> events) throws IOException {
        KeptContent content = document.inbox().content();
        ReceivedBytes file = new ReceivedBytes(document.inbox().fileName(), content.sha256());
        Handling handling = document.handling();
        if (handling instanceof Handling.ByMapping by && document instanceof AcceptedDocument.OfInterchange received) {
            return by.translate(received.set(), file, events);
        }
        if (handling instanceof Handling.ByFileMapping by) {
            return smooksFiles.translate(by, () -> archive.open(content), file, events);
        }
        if (handling instanceof Handling.ByCapture by) {
            return by.read(() -> archive.open(content), file, document.inbox().receivedAt(), events);
        }
        return handling instanceof Handling.Unmapped unmapped
                ? failed(unmapped.at(place(document)))
                : new Outcome("", Purpose.ORIGINAL, List.of());
    }

    private static Place place(AcceptedDocument document) {
        return document instanceof AcceptedDocument.OfInterchange received
                ? received.set().summary().place()
                : Place.inFile(document.inbox().fileName());
    }

    private static Outcome failed(Problem problem) {
        return new Outcome("", Purpose.ORIGINAL, List.of(problem));
    }
}
