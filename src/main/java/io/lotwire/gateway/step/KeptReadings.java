package io.lotwire.gateway.step;

import io.lotwire.edi.read.FileSummary.InterchangeInFile;
import io.lotwire.gateway.rule.Rules;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.FileOutcome;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.InterchangeKey;
import io.lotwire.ledger.InterchangeSeen;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.ledger.NewDelivery;
import io.lotwire.ledger.ReadSet;
import io.lotwire.ledger.SeenInterchanges.Seen;
import io.lotwire.ledger.SetProgress;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Writes down what readings found: interchanges and their transaction sets, what partners say of what we sent, and what
 * their senders hear. In one transaction, for many files at once.
 */
final class KeptReadings {
    /** So many sets go into one statement. */
    private static final int SETS_AT_ONCE = 1000;

    private final LedgerTransaction tx;
    private final Archive archive;
    private final List<FileVerdict> files = new ArrayList<>();
    private final List<InterchangeVerdict> interchanges = new ArrayList<>();
    private final Map<ReadSet.Place, Long> accepted = new HashMap<>();

    KeptReadings(LedgerTransaction tx, Archive archive) {
        this.tx = tx;
        this.archive = archive;
    }

    /** Keeps the interchanges and their sets; hears what partners say in them. */
    void keep(List<FileReading> readings) {
        List<Seen> toKeep = new ArrayList<>();
        List<InterchangeVerdict> kept = new ArrayList<>();
        List<ReadSet> sets = new ArrayList<>();
        List<FileReading.Whole> whole = new ArrayList<>();
        for (FileReading reading : readings) {
            FileVerdict file = new FileVerdict(reading.row());
            files.add(file);
            if (reading instanceof FileReading.NotRead notRead) {
                file.park(notRead.cause());
            } else if (reading instanceof FileReading.Whole each) {
                each.file().agreement().sender().map(Rules::definition).ifPresent(file::judgeBy);
                file.hasGood();
                whole.add(each);
            } else if (reading instanceof FileReading.OfInterchanges read) {
                begin(file, read, toKeep, kept);
            }
        }
        tx.definitions()
                .keep(files.stream().flatMap(file -> file.judgedBy().stream()).toList());
        keepWhole(whole, sets);
        List<InterchangeSeen> seen = tx.interchanges().keep(toKeep);
        for (int i = 0; i < kept.size(); i++) {
            sets.addAll(kept.get(i).judge(seen.get(i), tx));
        }
        for (int from = 0; from < sets.size(); from += SETS_AT_ONCE) {
            keepSets(sets.subList(from, Math.min(sets.size(), from + SETS_AT_ONCE)));
        }
    }

    private void begin(
            FileVerdict file, FileReading.OfInterchanges read, List<Seen> toKeep, List<InterchangeVerdict> kept) {
        file.add(read.summary().problems());
        for (int i = 0; i < read.summary().interchanges().size(); i++) {
            InterchangeInFile inFile = read.summary().interchanges().get(i);
            InterchangeVerdict interchange = new InterchangeVerdict(
                    file, inFile, read.received().agreement(inFile.summary().header()));
            interchanges.add(interchange);
            if (!interchange.isRejected()) {
                toKeep.add(interchange.key(read.hashes().get(i), tx));
                kept.add(interchange);
            }
        }
    }

    /**
     * Keeps files that are documents as a whole: nothing is acknowledged. Each counts as an interchange of one set, whose
     * control number is the file's hash, so the same content again is recognised.
     */
    private void keepWhole(List<FileReading.Whole> files, List<ReadSet> sets) {
        List<Seen> toKeep = files.stream()
                .map(file -> {
                    String sha256 = file.row().content().sha256();
                    String document = file.file().inbound().document();
                    return new Seen(
                            file.row().id(),
                            new InterchangeKey(file.row().partner(), "", document, "", "", sha256, "P"),
                            sha256,
                            Instant.EPOCH);
                })
                .toList();
        List<InterchangeSeen> seen = tx.interchanges().keep(toKeep);
        for (int i = 0; i < files.size(); i++) {
            if (seen.get(i) instanceof InterchangeSeen.New fresh) {
                sets.add(new ReadSet(
                        new ReadSet.Place(files.get(i).row().id(), 1),
                        fresh.interchangeId(),
                        files.get(i).file().inbound().document(),
                        "",
                        "",
                        "",
                        new SetProgress.Accepted(false),
                        List.of()));
            }
        }
    }

    private void keepSets(List<ReadSet> sets) {
        List<Long> ids = tx.sets().keep(sets);
        for (int i = 0; i < sets.size(); i++) {
            if (sets.get(i).progress() instanceof SetProgress.Accepted) {
                accepted.put(sets.get(i).place(), ids.get(i));
            }
        }
    }

    /** Whether this file is among them. */
    boolean has(long inboxId) {
        return files.stream().anyMatch(file -> file.row().id() == inboxId);
    }

    /** The numbers of the sets that were kept and accepted. */
    Map<ReadSet.Place, Long> accepted() {
        return accepted;
    }

    /**
     * Answers the interchanges as agreed, those of one partner after those of another. To be done late: from here on others
     * who want control numbers for these partners wait for the commit.
     */
    List<NewDelivery> answer() throws IOException {
        List<InterchangeVerdict> byPartner = interchanges.stream()
                .sorted(Comparator.comparing(
                        interchange -> interchange.partner().name()))
                .toList();
        List<NewDelivery> due = new ArrayList<>();
        for (InterchangeVerdict interchange : byPartner) {
            due.addAll(interchange.answer(tx, archive));
        }
        return due;
    }

    /**
     * What became of the files, once all is answered.
     *
     * @param more tells of which there are documents still to be translated in another transaction
     */
    List<FileOutcome> outcomes(Predicate<InboxRow> more) {
        return files.stream().map(file -> file.outcome(more.test(file.row()))).toList();
    }
}
