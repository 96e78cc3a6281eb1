package io.lotwire.replay;

import io.lotwire.desk.offline.Input;
import io.lotwire.desk.offline.OfflineDesk;
import io.lotwire.document.LotEventWriter;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.SetRow;
import io.lotwire.ledger.SetState;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Source;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads kept files again by the profiles and mappings of now and compares the lot events with those that are stored, as
 * their documents state them. Nothing is sent, stored or numbered.
 *
 * <p>What was refused as a whole, because of its envelope or because it came before, stays refused.
 */
public final class Replay {
    private static final int PAGE = 100;

    private final Ledger ledger;
    private final Archive archive;
    private final OfflineDesk desk;
    private final Profiles profiles;

    /**
     * @param desk reads files by the profiles and mappings to try
     * @param profiles the same profiles
     */
    public Replay(Ledger ledger, Archive archive, OfflineDesk desk, Profiles profiles) {
        this.ledger = ledger;
        this.archive = archive;
        this.desk = desk;
        this.profiles = profiles;
    }

    /** Takes what came of each file, in the order of arrival. */
    public interface Taker {
        /** A file was read again. */
        void file(FileReplay file) throws IOException;
    }

    /**
     * Reads the files of a window.
     *
     * @throws IOException when a kept file cannot be read, or the taker throws it
     */
    public void run(Window window, Taker taker) throws IOException {
        long after = 0;
        for (List<InboxRow> page = page(window, after); !page.isEmpty(); page = page(window, after)) {
            for (InboxRow row : page) {
                taker.file(replay(row));
                after = row.id();
            }
        }
    }

    private List<InboxRow> page(Window window, long after) {
        return ledger.inTransaction(
                tx -> tx.inbox().received(window.from(), window.until(), window.partner(), after, PAGE));
    }

    private FileReplay replay(InboxRow row) throws IOException {
        List<SetRow> sets = ledger.inTransaction(tx -> tx.sets().of(row.id()));
        Optional<Profile> sender = profiles.byName(row.partner());
        Comparison comparison = new Comparison(ledger, row.id());
        List<Problem> problems = new ArrayList<>();
        if (sender.isEmpty()) {
            problems.add(missing(
                    row,
                    ReplayFault.PROFILE_MISSING,
                    "There is no working profile '" + row.partner() + "': run 'lotwire partner check'."));
        } else if (!archive.has(row.content())) {
            problems.add(missing(
                    row,
                    ReplayFault.BYTES_MISSING,
                    "Its bytes, " + row.content().sha256()
                            + ", are not there: a purge let them go when their retention was over;"
                            + " if it is not over, bring them back from a backup."));
        } else if (!sets.isEmpty()) {
            Input file = Input.of(row.fileName(), () -> archive.open(row.content()));
            desk.answer(file, sender, new KeptSets(sets, comparison), problems::add);
        }
        List<EventDifference> differences = comparison.differences();
        return new FileReplay(row, comparison.same(), differences, problems);
    }

    private static Problem missing(InboxRow row, ReplayFault fault, String message) {
        return Problem.error(fault, Place.inFile(row.fileName()), message);
    }

    /** Passes on the events of the sets that the ledger has. */
    private static final class KeptSets implements LotEventWriter {
        private final Set<List<String>> kept;
        private final Comparison comparison;

        KeptSets(List<SetRow> sets, Comparison comparison) {
            this.kept = sets.stream()
                    .filter(set -> set.state() != SetState.TESTED)
                    .map(set -> List.of(set.document(), set.groupControlNumber(), set.setControlNumber()))
                    .collect(Collectors.toSet());
            this.comparison = comparison;
        }

        @Override
        public void write(LotEvent event) {
            Source source = event.source();
            if (kept.contains(List.of(source.document(), source.group(), source.transaction()))) {
                comparison.take(event);
            }
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
