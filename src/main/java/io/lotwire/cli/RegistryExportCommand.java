package io.lotwire.cli;

import io.lotwire.ledger.Ledger;
import io.lotwire.registry.exporting.RegistryExport;
import io.lotwire.registry.master.RecordKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lotwire registry export}: what import reads. */
@Command(
        name = "export",
        description = "Writes lots, products and parties as 'registry import' reads them.",
        footer = {"", "Exit code 0: written; 1: there is no data; 2: wrong use."})
final class RegistryExportCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    private final Installation installation;

    @Spec
    private CommandSpec command;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            converter = RecordKindConverter.class,
            description = "lots, products or parties. Without it: all, which only JSON can hold together.")
    private RecordKind kind;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "csv, or json: an object a line. Without it: csv where --kind is said, else json.")
    private Format format;

    @Option(names = "--json", description = "The same as --format json.")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to. Without it: standard output.")
    private Path file;

    /** The formats by their words on the command line. */
    enum Format {
        csv,
        json
    }

    RegistryExportCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        Format wanted = json ? Format.json : format != null ? format : kind == null ? Format.json : Format.csv;
        if (wanted == Format.csv && kind == null) {
            throw new ParameterException(
                    command.commandLine(), "A CSV file has records of one kind: say which by --kind.");
        }
        return InstalledLedger.ask(installation, "lotwire registry export", ledger -> {
            if (file == null) {
                write(ledger, wanted, installation.out());
            } else {
                try (OutputStream out = Files.newOutputStream(file)) {
                    write(ledger, wanted, out);
                }
            }
            return ExitCode.GOOD;
        });
    }

    private void write(Ledger ledger, Format wanted, OutputStream out) throws IOException {
        ledger.<IOException>useTransaction(tx -> {
            RegistryExport export = new RegistryExport(tx);
            if (wanted == Format.csv) {
                export.csv(kind, out);
            } else {
                export.json(
                        kind == null ? List.of(RecordKind.PRODUCT, RecordKind.PARTY, RecordKind.LOT) : List.of(kind),
                        out);
            }
        });
    }
}
