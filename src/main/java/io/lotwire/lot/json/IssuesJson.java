package io.lotwire.lot.json;

import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.problem.Severity;
import java.util.List;

/** {@code issues}. */
final class IssuesJson {
    private IssuesJson() {}

    static void write(String name, List<Issue> issues, LeanJson json) {
        if (issues.isEmpty()) {
            return;
        }
        json.beginList(name);
        for (Issue issue : issues) {
            json.beginItem();
            json.text("code", issue.code().name());
            json.word("severity", issue.severity());
            json.text("message", issue.message());
            json.end();
        }
        json.endList();
    }

    static List<Issue> read(String name, JsonFields json) {
        return json.list(
                name,
                issue -> new Issue(
                        issue.key("code", IssueCode::valueOf),
                        issue.word(Severity.class, "severity"),
                        issue.text("message")));
    }
}
