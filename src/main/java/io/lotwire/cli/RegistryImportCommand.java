package io.lotwire.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.ledger.DatabaseTrouble;
import io.lotwire.ledger.Ledger;
import io.lotwire.registry.importing.Correction;
import io.lotwire.registry.importing.ImportOutcome;
import io.lotwire.registry.importing.RegistryImport;
import io.lotwire.registry.importing.RegistryImport.Mode;
import io.lotwire.registry.master.RecordKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lotwire registry import}: files of lots, products and parties. */
@Command(
        name = "import",
        description = {
            "Takes lots, products and parties from CSV or JSON. What a file says fills what is missing and corrects what is"
                    + " known; each change is kept, with who made it and why. Of a file with a problem nothing is taken.",
            "",
            "CSV: the first line names the columns, as 'registry export' writes them. JSON: an array of objects, or an object"
                    + " a line, each with its \"kind\": lot, product or party.",
            ""
        },
        footer = {"", "Exit code 0: all was taken; 1: a file was refused; 2: wrong use, or a file cannot be read."})
final class RegistryImportCommand implements Callable<Integer> {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Who waits this long wants to know how far it is. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    @Mixin
    HelpOption help;

    @Mixin
    AuthorOption author;

    private final Installation installation;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of records; - is standard input.")
    private List<String> files;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            converter = RecordKindConverter.class,
            description = "lots, products or parties. Without it: as the columns, or the records, say.")
    private RecordKind kind;

    @Option(names = "--why", paramLabel = "TEXT", defaultValue = "", description = "Why, for the history.")
    private String why;

    @Option(
            names = "--correct",
            description = "Also give lots another source of their code, where the one that is known is wrong.")
    private boolean correct;

    @Option(names = "--dry-run", description = "Take nothing; say what would come of it.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print one JSON object for each file.")
    private boolean json;

    RegistryImportCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        Correction correction = new Correction(author.name(), why, correct);
        PrintStream out = new PrintStream(installation.out(), true, StandardCharsets.UTF_8);
        return InstalledLedger.ask(installation, "lotwire registry import", ledger -> {
            int exitCode = ExitCode.GOOD;
            for (String file : files) {
                exitCode = Math.max(exitCode, one(ledger, new GivenFile(file), correction, out));
            }
            return exitCode;
        });
    }

    private int one(Ledger ledger, GivenFile file, Correction correction, PrintStream out) throws IOException {
        Mode mode = dryRun ? Mode.DRY_RUN : Mode.KEEP;
        if (!file.isReadable(installation)) {
            return ExitCode.USAGE;
        }
        ImportOutcome outcome;
        try (InputStream bytes = file.open(installation)) {
            outcome = ledger.<ImportOutcome, IOException>inTransaction(
                    tx -> new RegistryImport(tx, correction, progress(file.name()))
                            .file(file.name(), bytes, Optional.ofNullable(kind), mode));
        } catch (RuntimeException failed) {
            if (!DatabaseTrouble.isCollision(failed)) {
                throw failed;
            }
            installation
                    .err()
                    .println(file.name()
                            + ": nothing was taken, as something else changed the same records: import it again.");
            return ExitCode.REJECTED;
        }
        outcome.problems().forEach(problem -> installation.err().println(ProblemLine.text(problem)));
        out.println(json ? json(file, outcome) : text(file, outcome));
        return outcome.isGood() ? ExitCode.GOOD : ExitCode.REJECTED;
    }

    private LongConsumer progress(String file) {
        Instant[] last = {Instant.now()};
        return count -> {
            if (count % 1000 == 0 && Duration.between(last[0], Instant.now()).compareTo(SILENCE) > 0) {
                last[0] = Instant.now();
                installation.err().println(file + ": " + count + " records read");
            }
        };
    }

    private String text(GivenFile file, ImportOutcome outcome) {
        if (!outcome.isGood()) {
            return file.refused(outcome.problems());
        }
        String counts = outcome.counts().entrySet().stream()
                .map(RegistryImportCommand::words)
                .collect(Collectors.joining("; "));
        return file.name() + ": " + (counts.isEmpty() ? "no records" : counts)
                + (dryRun ? " (a dry run: nothing was taken)" : "");
    }

    private static String words(Map.Entry<RecordKind, ImportOutcome.Counts> kept) {
        ImportOutcome.Counts counts = kept.getValue();
        return kept.getKey().plural() + ": " + counts.fresh() + " new, " + counts.changed() + " changed, "
                + counts.unchanged() + " unchanged";
    }

    private String json(GivenFile file, ImportOutcome outcome) {
        ObjectNode node = NODES.objectNode();
        node.put("file", file.name());
        node.put("taken", outcome.isGood() && !dryRun);
        node.put("dryRun", dryRun);
        outcome.counts().forEach((each, counts) -> node.putObject(each.plural())
                .put("new", counts.fresh())
                .put("changed", counts.changed())
                .put("unchanged", counts.unchanged()));
        GivenFile.add(outcome.problems(), node.putArray("problems"));
        return node.toString();
    }
}
