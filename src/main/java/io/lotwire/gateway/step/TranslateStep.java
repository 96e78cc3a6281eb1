package io.lotwire.gateway.step;

import io.lotwire.desk.Handling;
import io.lotwire.desk.Outcome;
import io.lotwire.desk.ReceivedBytes;
import io.lotwire.gateway.smooks.SmooksFiles;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.KeptContent;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Purpose;
import io.lotwire.mapping.MappingFault;
import io.lotwire.mapping.Translation;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.wire.InterchangeLog;
import io.lotwire.wire.RootCause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Handler;
import org.jboss.logging.Logger;

/** Makes lot events of documents, as was decided when their journey began. */
@Named("translate")
@ApplicationScoped
public class TranslateStep {
    private static final Logger LOG = Logger.getLogger(TranslateStep.class);

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
        List<LotEvent> events = new ArrayList<>();
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
        return new TranslatedDocument(
                document,
                new Translation(made.documentNumber(), made.purpose(), List.of(), made.problems())
                        .with(events, List.of()));
    }

    private Outcome outcome(AcceptedDocument document, List<LotEvent> events) throws IOException {
        KeptContent content = document.inbox().content();
        ReceivedBytes file = new ReceivedBytes(document.inbox().fileName(), content.sha256());
        Handling handling = document.handling();
        if (handling instanceof Handling.ByMapping by && document instanceof AcceptedDocument.OfInterchange received) {
            return by.translate(received.set(), file, events::add);
        }
        if (handling instanceof Handling.ByFileMapping by) {
            return smooksFiles.translate(by, () -> archive.open(content), file, events::add);
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
