package io.lotwire.cli;

import io.lotwire.access.Asker;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.KeptContent;
import io.lotwire.parked.MendedCopy;
import io.lotwire.parked.ParkedId;
import io.lotwire.parked.ParkedKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lotwire parked mend}. */
@Command(
        name = "mend",
        description = {
            "Has a mended copy go on in the stead of a file that waits, or was refused. The file stays as it came, and its sender"
                    + " hears nothing of the copy.",
            ""
        },
        footer = {"", "Exit code 0: the copy is there; 1: it is not possible, or the file cannot be read; 2: wrong use."
        })
final class ParkedMendCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private AuthorOption author;

    private final Installation installation;

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "NAME", description = "The name of the file, such as file-17.")
    private String name;

    @Option(names = "--with", paramLabel = "FILE", required = true, description = "The mended bytes.")
    private Path with;

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "What was mended, and by whose word.")
    private String why;

    ParkedMendCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        Optional<ParkedId> file = ParkedId.of(name).filter(id -> id.kind() == ParkedKind.FILE);
        if (file.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(), "'" + name + "' names no file: say one such as file-17.");
        }
        if (!Files.isReadable(with)) {
            installation.err().println(with + " cannot be read.");
            return ExitCode.REJECTED;
        }
        Asker by = Asker.ofCommand(author.name());
        return InstalledLedger.ask(installation, "lotwire parked mend", ledger -> {
            Archive archive = Archive.in(installation.settings().data().resolve("archive"));
            KeptContent content;
            try (InputStream bytes = Files.newInputStream(with)) {
                content = archive.keep(bytes);
            }
            MendedCopy.Outcome outcome =
                    ledger.inTransaction(tx -> new MendedCopy(tx).of(file.get().row(), content, by, why));
            if (outcome instanceof MendedCopy.Outcome.Made made) {
                Lines.of(installation).println("file-" + made.id() + " goes on in the stead of " + name);
                return ExitCode.GOOD;
            }
            installation.err().println(((MendedCopy.Outcome.NotPossible) outcome).why());
            return ExitCode.REJECTED;
        });
    }
}
