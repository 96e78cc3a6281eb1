package io.lotwire.gateway.step;

import io.lotwire.desk.Agreement;
import io.lotwire.desk.Desk;
import io.lotwire.desk.Measure;
import io.lotwire.desk.ReceivedInterchanges;
import io.lotwire.desk.Reception;
import io.lotwire.desk.WholeFile;
import io.lotwire.edi.read.FileSummary;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.gateway.rule.Rules;
import io.lotwire.gateway.rule.RulesInForce;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.InboxState;
import io.lotwire.partner.Profile;
import io.lotwire.wire.InterchangeLog;
import io.lotwire.wire.RootCause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Body;
import org.jboss.logging.Logger;

/**
 * Tokenises and checks what came in, and decides on each transaction set. One bad set never holds the others, one bad file
 * never the others of its batch. Nothing is written down here.
 */
@Named("read")
@ApplicationScoped
public class ReadStep {
    private static final Logger LOG = Logger.getLogger(ReadStep.class);

    private final Archive archive;
    private final RulesInForce rules;

    ReadStep(Archive archive, RulesInForce rules) {
        this.archive = archive;
        this.rules = rules;
    }

    /** Reads small files, with the documents in them that may be acted on. */
    public Batch<AcceptedDocument> small(@Body TakenFiles taken) throws IOException {
        List<FileReading> readings = new ArrayList<>();
        List<AcceptedDocument> documents = new ArrayList<>();
        for (InboxRow file : taken.files()) {
            try (InterchangeLog ignored = InterchangeLog.about(file.id())) {
                FileReading reading = reading(file);
                readings.add(reading);
                documents.addAll(documents(reading));
            }
        }
        return new Batch<>(taken.lease(), readings, documents, new HashSet<>(taken.files()));
    }

    /** Reads a large file to its end, which tells what in it may be acted on; one that was read before has nothing new. */
    public Batch<AcceptedDocument> large(@Body TakenFiles taken) throws IOException {
        List<FileReading> readings = new ArrayList<>();
        for (InboxRow file : taken.files()) {
            if (file.state() == InboxState.RECEIVED) {
                try (InterchangeLog ignored = InterchangeLog.about(file.id())) {
                    readings.add(reading(file));
                }
            }
        }
        return new Batch<>(taken.lease(), readings, List.of(), Set.of());
    }

    private FileReading reading(InboxRow file) throws IOException {
        Rules now = rules.now();
        Optional<Profile> partner = now.profiles().byName(file.partner());
        if (partner.isEmpty() || now.profiles().self().isEmpty()) {
            return new FileReading.NotRead(
                    file,
                    new Cause(
                            CauseCode.PROFILE_MISSING,
                            "There is no working profile of '" + file.partner() + "' or of ourselves."));
        }
        Reception reception = new Desk(now, Measure.AGREEMENT)
                .receive(partner, file.fileName(), problem -> LOG.warn(problem.toString()));
        return reception instanceof WholeFile whole
                ? new FileReading.Whole(file, whole)
                : read(file, (ReceivedInterchanges) reception);
    }

    /** A file that the parser itself fails on would fail again each time: it waits for a person instead. */
    private FileReading read(InboxRow file, ReceivedInterchanges interchanges) throws IOException {
        try (InputStream bytes = archive.open(file.content())) {
            FileSummary summary = interchanges.read(bytes);
            return new FileReading.OfInterchanges(file, interchanges, summary, hashes(file, summary));
        } catch (RuntimeException defect) {
            LOG.errorf(defect, "Inbox %d cannot be read", file.id());
            return new FileReading.NotRead(
                    file,
                    new Cause(
                            CauseCode.READER_FAILED, "The reader failed on this file: " + RootCause.sentence(defect)));
        }
    }

    private List<String> hashes(InboxRow file, FileSummary summary) throws IOException {
        List<Long> starts = summary.interchanges().stream()
                .map(read -> read.summary().header().segment().offset())
                .toList();
        try (InputStream bytes = archive.open(file.content())) {
            return InterchangeHashes.of(bytes, starts);
        }
    }

    private List<AcceptedDocument> documents(FileReading reading) throws IOException {
        List<AcceptedDocument> documents = new ArrayList<>();
        if (reading instanceof FileReading.Whole whole) {
            documents.add(document(whole.row(), whole.file()));
        } else if (reading instanceof FileReading.OfInterchanges read) {
            BitSet accepted = read.summary().acceptedSets();
            if (!accepted.isEmpty()) {
                try (InputStream bytes = archive.open(read.row().content())) {
                    read.received()
                            .sets(
                                    bytes,
                                    accepted::get,
                                    (set, position, agreement) ->
                                            documents.addAll(document(read.row(), position, agreement, set).stream()
                                                    .toList()));
                }
            }
        }
        return documents;
    }

    static AcceptedDocument document(InboxRow file, WholeFile whole) {
        return new AcceptedDocument.OfFile(file, whole.inbound().document(), whole.agreement(), whole.handling());
    }

    /** A set as a document; empty when it is none, but an acknowledgement or another message, which reading has heard. */
    static Optional<AcceptedDocument> document(InboxRow file, int position, Agreement agreement, TransactionSet set) {
        return set.group().acknowledges() || agreement.isMessage(set.summary())
                ? Optional.empty()
                : Optional.of(new AcceptedDocument.OfInterchange(
                        file, position, agreement, agreement.ofSet(set.syntax(), set.id()), set));
    }
}
