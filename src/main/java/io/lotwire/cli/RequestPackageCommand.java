package io.lotwire.cli;

import io.lotwire.compliance.Statements;
import io.lotwire.compliance.Terms;
import io.lotwire.compliance.request.Request;
import io.lotwire.compliance.request.Requests;
import io.lotwire.compliance.request.SealedPackage;
import io.lotwire.compliance.sheet.TooManyRows;
import io.lotwire.ledger.Ledger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lotwire compliance request package}: the answer in one file. */
@Command(
        name = "package",
        description = {
            "Writes the answer to a request as one ZIP file: the spreadsheet as XLSX and CSV, its gaps, the list of files that it comes"
                    + " from, and a manifest with the SHA-256 of each.",
            ""
        },
        footer = {"", "Exit code 0: it is written; 1: there is no such request, or it cannot be written; 2: wrong use."
        })
final class RequestPackageCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    private final Installation installation;

    @Parameters(paramLabel = "NUMBER", description = "The request's number.")
    private long id;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The ZIP file.")
    private Path out;

    @Option(names = "--as", paramLabel = "NAME", description = "Who makes it; you, where nobody is named.")
    private String who;

    RequestPackageCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        return InstalledLedger.ask(installation, "lotwire compliance request", this::write);
    }

    private int write(Ledger ledger) throws IOException {
        Optional<Request> found = ledger.inTransaction(tx -> new Requests(tx).find(id));
        if (found.isEmpty()) {
            installation.err().println("There is no request " + id + ".");
            return ExitCode.REJECTED;
        }
        ComplianceFacts facts = new ComplianceFacts(installation);
        Terms terms = facts.terms();
        Request request = found.get();
        try {
            SealedPackage sealed =
                    new SealedPackage(request, facts.about(request.selection()), ComplianceFacts.who(who));
            SealedPackage.Made made = ledger.<SealedPackage.Made, IOException>inTransaction(
                    tx -> sealed.write(new Statements(tx, request.selection(), terms), out));
            ledger.useTransaction(tx -> new Requests(tx)
                    .packaged(id, ComplianceFacts.who(who), out.getFileName().toString(), made.sha256()));
            new SummaryReport(installation, false).print(out, made.summary(), facts.enforcement(terms));
            Lines.of(installation)
                    .println("SHA-256 " + made.sha256() + "; "
                            + request.timeLeft(installation.clock().instant()) + ".");
            return ExitCode.GOOD;
        } catch (TooManyRows tooMany) {
            installation.err().println(tooMany.getMessage());
            return ExitCode.REJECTED;
        }
    }
}
