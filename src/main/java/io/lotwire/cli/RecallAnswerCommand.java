package io.lotwire.cli;

import io.lotwire.recall.Recall;
import io.lotwire.recall.Recalls;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lotwire recall answer}: what somebody answered. */
@Command(
        name = "answer",
        description = {
            "Writes down what a partner, or who was told by telephone, answered. They are not reminded any more.",
            ""
        },
        footer = {
            "",
            "Exit code 0: written down; 1: there is no such recall, or nobody of this name in it; 2: wrong use."
        })
final class RecallAnswerCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private KeptRecall kept;

    @Mixin
    private AuthorOption author;

    private final Installation installation;

    @Parameters(index = "1", paramLabel = "WHO", description = "The profile's name, or the name that the recall tells.")
    private String whom;

    @Parameters(index = "2", paramLabel = "TEXT", description = "What they answered.")
    private String text;

    RecallAnswerCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        String by = author.name();
        return kept.ask(installation, "lotwire recall answer", (ledger, recall) -> {
            boolean found = ledger.inTransaction(tx -> new Recalls(tx).answer(recall.id(), whom, by, text));
            if (!found) {
                installation
                        .err()
                        .println("Recall " + recall.id() + " tells nobody called '" + whom + "', but: " + names(recall)
                                + ".");
                return ExitCode.REJECTED;
            }
            Lines.of(installation).println("Recall " + recall.id() + ": the answer of " + whom + " is written down.");
            return ExitCode.GOOD;
        });
    }

    private static String names(Recall recall) {
        return recall.notices().isEmpty()
                ? "nobody at all"
                : recall.notices().stream()
                        .map(notice -> notice.partner().isEmpty() ? notice.name() : notice.partner())
                        .collect(Collectors.joining(", "));
    }
}
