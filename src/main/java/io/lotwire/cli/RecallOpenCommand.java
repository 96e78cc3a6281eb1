package io.lotwire.cli;

import io.lotwire.recall.RecallOpening;
import io.lotwire.recall.Scope;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lotwire recall open}: lots are held, and whoever got them is told. */
@Command(
        name = "open",
        description = {
            "Opens a recall: writes down what is affected, lets its lots go no further, and makes a notice to each affected partner"
                    + " due. All of it or nothing; asked again, it finds the open recall, and nobody is told twice.",
            ""
        },
        footer = {"", "Exit code 0: it is open, also where it was before; 1: no lot is found; 2: wrong use."})
final class RecallOpenCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec command;

    @Mixin
    private RecallScopeOptions options;

    @Mixin
    private AuthorOption author;

    private final Installation installation;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; partners read it.")
    private String reason;

    @Option(
            names = "--contact",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Whom partners are to answer, such as a telephone number.")
    private String contact;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    RecallOpenCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        Scope scope = options.scope();
        if (reason.isBlank()) {
            throw new ParameterException(command.commandLine(), "Say by --reason why it is recalled.");
        }
        RecallOpening.Wanted wanted =
                new RecallOpening.Wanted(scope, reason.strip(), contact.strip(), author.name(), false);
        return InstalledLedger.ask(
                installation, "lotwire recall open", ledger -> new RecallOpeningReport(installation, json)
                        .open(ledger, RecallProfiles.of(installation), wanted));
    }
}
