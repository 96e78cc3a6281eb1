package io.lotwire.gateway.step;

import io.lotwire.edi.fault.Fault;
import io.lotwire.ledger.Cause;
import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.Definition;
import io.lotwire.ledger.FileOutcome;
import io.lotwire.ledger.InboxProgress;
import io.lotwire.ledger.InboxRow;
import io.lotwire.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** What a file has come to so far, while its reading is written down. */
final class FileVerdict {
    private static final Logger LOG = Logger.getLogger(FileVerdict.class);

    private final InboxRow row;
    private final List<Problem> problems = new ArrayList<>();
    private Optional<Definition> judgedBy = Optional.empty();
    private Optional<Cause> parked = Optional.empty();
    private boolean anyGood;

    FileVerdict(InboxRow row) {
        this.row = row;
    }

    InboxRow row() {
        return row;
    }

    /** The profile by which it is judged; empty when there is none. */
    Optional<Definition> judgedBy() {
        return judgedBy;
    }

    /** It is judged by this profile. */
    void judgeBy(Definition profile) {
        judgedBy = Optional.of(profile);
    }

    /** It waits for a person. */
    void park(Cause cause) {
        parked = Optional.of(cause);
    }

    /** Something in it can be used. */
    void hasGood() {
        anyGood = true;
    }

    /** This was found in it. */
    void add(Collection<Problem> found) {
        problems.addAll(found);
    }

    /**
     * What became of it, once all is answered.
     *
     * @param more true when there are documents still to be translated in another transaction
     */
    FileOutcome outcome(boolean more) {
        problems.forEach(problem -> LOG.warn(problem.toString()));
        return new FileOutcome(row.id(), progress(more), problems, judgedBy);
    }

    private InboxProgress progress(boolean more) {
        if (parked.isPresent()) {
            return new InboxProgress.Parked(parked.get());
        }
        if (!anyGood) {
            return new InboxProgress.Rejected(cause());
        }
        return more ? new InboxProgress.Read() : new InboxProgress.Translated();
    }

    private Cause cause() {
        Optional<Problem> first = problems.stream().filter(Problem::isError).findFirst();
        boolean cameBefore = first.filter(error -> error.code() == Fault.INTERCHANGE_DUPLICATE)
                .isPresent();
        return new Cause(
                cameBefore ? CauseCode.CAME_BEFORE : CauseCode.NOT_USABLE,
                first.map(Problem::message).orElse("There is nothing in it that can be used."));
    }
}
