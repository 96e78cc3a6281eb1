package io.lotwire.cli;

import io.lotwire.registry.master.KnownRecord;
import io.lotwire.registry.master.LotStatuses;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotwire registry hold}: lots may not be shipped. */
@Command(
        name = "hold",
        description = {
            "Holds lots: documents that tell of their shipping wait for a person. Either all of the lots, or none.",
            ""
        },
        footer = {
            "",
            "Exit code 0: they are held, also where they were before; 1: one is not known, or of several products; 2:"
                    + " wrong use."
        })
final class RegistryHoldCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    LotChoice lots;

    @Mixin
    AuthorOption author;

    private final Installation installation;

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "Why, for who asks later.")
    private String why;

    @Option(
            names = "--reference",
            paramLabel = "NUMBER",
            defaultValue = "",
            description = "A number of yours, such as that of a complaint.")
    private String reference;

    RegistryHoldCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        String by = author.name();
        return InstalledLedger.ask(
                installation,
                "lotwire registry hold",
                ledger -> ledger.inTransaction(tx -> {
                    List<KnownRecord> found = lots.find(tx, installation.err()::println);
                    StatusLine line = new StatusLine(installation, lots.isJson());
                    for (KnownRecord lot : found) {
                        boolean begun = new LotStatuses(tx).begin(lot.id(), lots.kind(), by, why, reference);
                        line.print(
                                lot,
                                lots.kind().word(),
                                begun,
                                "was " + lots.kind().inWords() + " before");
                    }
                    return found.isEmpty() ? ExitCode.REJECTED : ExitCode.GOOD;
                }));
    }
}
