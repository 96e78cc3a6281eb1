package io.lotwire.cli;

import io.lotwire.compliance.Waiver;
import io.lotwire.compliance.Waivers;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotwire compliance waivers}: those that hold, and the end of one. */
@Command(
        name = "waivers",
        description = "Lists the waivers that hold, or ends one.",
        footer = {"", "Exit code 0: done; 1: there is no such waiver; 2: wrong use."})
final class ComplianceWaiversCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    private final Installation installation;

    @Option(names = "--end", paramLabel = "NUMBER", description = "End this one now.")
    private Long end;

    @Option(names = "--by", paramLabel = "NAME", description = "Who ends it; you, where nobody is named.")
    private String by;

    ComplianceWaiversCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        ComplianceFacts facts = new ComplianceFacts(installation);
        return InstalledLedger.ask(installation, "lotwire compliance waivers", ledger -> {
            if (end != null) {
                boolean ended = ledger.inTransaction(tx -> new Waivers(tx).end(end, ComplianceFacts.who(by)));
                if (!ended) {
                    installation.err().println("No waiver " + end + " is in force.");
                }
                return ended ? ExitCode.GOOD : ExitCode.REJECTED;
            }
            List<Waiver> waivers = ledger.inTransaction(tx -> new Waivers(tx).on(facts.today()));
            PrintStream out = Lines.of(installation);
            for (Waiver waiver : waivers) {
                out.println(waiver.id() + "  " + waiver.kind().word() + "." + waiver.element()
                        + (waiver.partner().isEmpty() ? "" : " of " + waiver.partner()) + ", until " + waiver.endsOn()
                        + ", by " + waiver.by() + ": " + waiver.reason());
            }
            if (waivers.isEmpty()) {
                out.println("No waiver is in force.");
            }
            return ExitCode.GOOD;
        });
    }
}
