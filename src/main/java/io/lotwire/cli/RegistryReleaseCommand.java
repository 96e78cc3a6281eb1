package io.lotwire.cli;

import io.lotwire.registry.master.KnownRecord;
import io.lotwire.registry.master.LotStatus;
import io.lotwire.registry.master.LotStatuses;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotwire registry release}: lots may be shipped again. */
@Command(
        name = "release",
        description = {
            "Releases lots that are held. What waited for it is then released by 'lotwire parked release'. Either all of the"
                    + " lots, or none.",
            ""
        },
        footer = {
            "",
            "Exit code 0: they are released; 1: one is not held, not known, or of several products; 2: wrong use."
        })
final class RegistryReleaseCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    LotChoice lots;

    @Mixin
    AuthorOption author;

    private final Installation installation;

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "Why, for who asks later.")
    private String why;

    RegistryReleaseCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        String by = author.name();
        LotStatus.Kind kind = lots.kind();
        return InstalledLedger.ask(
                installation,
                "lotwire registry release",
                ledger -> ledger.inTransaction(tx -> {
                    LotStatuses statuses = new LotStatuses(tx);
                    List<KnownRecord> found = lots.find(tx, installation.err()::println);
                    List<KnownRecord> free = found.stream()
                            .filter(lot -> statuses.of(lot.id()).stream()
                                    .noneMatch(status -> status.stands() && status.kind() == kind))
                            .toList();
                    free.forEach(lot -> installation
                            .err()
                            .println("Lot " + lot.fact("lot").orElse("") + " is not " + kind.inWords()
                                    + ": nothing is to be released."));
                    if (found.isEmpty() || !free.isEmpty()) {
                        return ExitCode.REJECTED;
                    }
                    StatusLine line = new StatusLine(installation, lots.isJson());
                    for (KnownRecord lot : found) {
                        boolean ended = statuses.end(lot.id(), kind, by, why);
                        line.print(lot, "released", ended, "was released before");
                    }
                    return ExitCode.GOOD;
                }));
    }
}
