package io.lotwire.desk.answer;

import io.lotwire.edi.acknowledgement.ApplicationAdvice.Reason;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.LotEvent;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is doubtful about a transaction set that was taken: collected while its events are made, told in one 824. */
public final class Doubts {
    /** A sender who does something wrong mostly does it in each line: so many examples show it. */
    static final int MOST = 25;

    /** Doubts about our own tables and lists: the sender can mend none of them. */
    private static final Set<IssueCode> OURS =
            EnumSet.of(IssueCode.TABLE_MISS, IssueCode.TABLE_CONFLICT, IssueCode.UNIT_UNKNOWN);

    private final TransactionSet set;
    private final List<Reason> reasons = new ArrayList<>();
    private int more;

    Doubts(TransactionSet set) {
        this.set = set;
    }

    /** Takes those of an event. */
    public void add(LotEvent event) {
        for (Issue issue : event.issues()) {
            if (!OURS.contains(issue.code())) {
                add(issue.message(), event.source().segment());
            }
        }
    }

    /** Takes what a mapping found in the document. */
    public void add(List<Problem> problems) {
        for (Problem problem : problems) {
            Place place = problem.place();
            if (!problem.isError()) {
                add(problem.message(), place.segment());
            }
        }
    }

    private void add(String message, int segment) {
        if (reasons.size() == MOST) {
            more++;
            return;
        }
        int position = segment - set.header().number() + 1;
        Optional<Segment> about = set.segmentAt(position);
        reasons.add(new Reason(
                Reason.OTHER, message, about.map(Segment::id).orElse(""), about.isPresent() ? position : 0, 0));
    }

    /** Why an 824 is due, in document order; none when nothing is doubtful. */
    List<Reason> reasons() {
        if (more == 0) {
            return List.copyOf(reasons);
        }
        List<Reason> all = new ArrayList<>(reasons);
        all.add(new Reason(Reason.OTHER, "There are " + more + " doubts more of this kind or another.", "", 0, 0));
        return all;
    }
}
