package io.lotwire.cli;

import io.lotwire.question.SignalsQuestion;
import io.lotwire.registry.signal.SignalsJson;
import io.lotwire.registry.signal.SignalsText;
import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lotwire signals}: whose lots are in trouble more often than chance explains. */
@Command(
        name = "signals",
        description = {
            "Says which suppliers, plants and lanes have lots returned, short, damaged, late or recalled more often than chance"
                    + " explains, and which other lots have that in common.",
            ""
        },
        footer = {"", "Exit code 0: asked; 2: wrong use."})
final class SignalsCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    private final Installation installation;

    @Spec
    private CommandSpec command;

    @Option(
            names = "--days",
            paramLabel = "DAYS",
            defaultValue = "" + SignalsQuestion.USUAL_DAYS,
            description = "Look at what happened in so many days up to today; ${DEFAULT-VALUE} unless told.")
    private int days;

    @Option(
            names = "--late-after",
            paramLabel = "DAYS",
            defaultValue = "" + SignalsQuestion.USUALLY_LATE_AFTER,
            description = "A lot is late that was longer under way; ${DEFAULT-VALUE} unless told.")
    private int lateAfter;

    @Option(
            names = "--most",
            paramLabel = "COUNT",
            defaultValue = "" + SignalsQuestion.USUALLY_MOST,
            description = "Name so many lots at risk at most; ${DEFAULT-VALUE} unless told.")
    private int most;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    SignalsCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        if (days < 1 || lateAfter < 0 || most < 0) {
            throw new ParameterException(
                    command.commandLine(), "--days is 1 or more, --late-after and --most are 0 or more.");
        }
        LocalDate today = LocalDate.now(installation.clock());
        return InstalledLedger.ask(installation, "lotwire signals", ledger -> {
            SignalsQuestion.Answer told =
                    ledger.inTransaction(tx -> new SignalsQuestion(days, lateAfter, most).ask(tx, today));
            String answer = json
                    ? SignalsJson.of(told.signals(), told.atRisk())
                    : SignalsText.of(told.signals(), told.atRisk());
            Lines.of(installation).println(answer);
            return ExitCode.GOOD;
        });
    }
}
