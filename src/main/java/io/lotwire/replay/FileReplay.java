package io.lotwire.replay;

import io.lotwire.ledger.InboxRow;
import io.lotwire.problem.Problem;
import java.util.List;

/**
 * What came of reading one file again.
 *
 * @param file the file as it was received
 * @param same how many lot events would be as they are
 * @param differences the others
 * @param problems what would be said of it now
 */
public record FileReplay(InboxRow file, int same, List<EventDifference> differences, List<Problem> problems) {
    public FileReplay {
        differences = List.copyOf(differences);
        problems = List.copyOf(problems);
    }
}
