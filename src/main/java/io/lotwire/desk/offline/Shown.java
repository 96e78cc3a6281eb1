package io.lotwire.desk.offline;

import io.lotwire.desk.Handling;
import io.lotwire.desk.Outcome;
import io.lotwire.desk.ReceivedBytes;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.LotEvent;
import io.lotwire.problem.Problem;
import io.lotwire.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The events of a transaction set that may be rejected: shown all the same, each with an issue for what it is rejected for. */
final class Shown {
    /** More errors than these are only counted. */
    private static final int MOST = 3;

    private Shown() {}

    /**
     * Makes the events.
     *
     * @param rejectedFor why the set is rejected; empty when it is not
     * @param events is given each event, those of a set with an error with the issue that it is rejected
     */
    static Outcome translate(
            TransactionSet set,
            Handling.ByMapping by,
            ReceivedBytes file,
            List<Problem> rejectedFor,
            Consumer<LotEvent> events) {
        List<LotEvent> made = new ArrayList<>();
        Outcome outcome = by.despiteErrors().translate(set, file, made::add);
        List<Problem> errors = new ArrayList<>(rejectedFor);
        outcome.problems().stream().filter(Problem::isError).forEach(errors::add);
        List<Issue> issues = issues(errors);
        made.forEach(event -> events.accept(event.enriched(event.item(), event.lot(), issues)));
        return outcome;
    }

    private static List<Issue> issues(List<Problem> errors) {
        List<Issue> issues = new ArrayList<>();
        errors.stream()
                .limit(MOST)
                .forEach(error -> issues.add(
                        issue("The document is rejected for " + error.code().name() + ": " + error.message())));
        if (errors.size() > MOST) {
            issues.add(issue("The document has " + (errors.size() - MOST) + " more errors; see its problems."));
        }
        return issues;
    }

    private static Issue issue(String message) {
        return new Issue(IssueCode.DOCUMENT_REJECTED, Severity.ERROR, message);
    }
}
