package io.lotwire.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.alert.ExcursionAlerts;
import io.lotwire.ledger.Ledger;
import io.lotwire.registry.reading.Carried;
import io.lotwire.registry.reading.DateOrder;
import io.lotwire.registry.reading.ReadingImport;
import io.lotwire.registry.reading.ReadingOutcome;
import io.lotwire.registry.reading.ReadingTerms;
import io.lotwire.registry.reading.TripJson;
import io.lotwire.registry.reading.TripReport;
import io.lotwire.registry.reading.TripText;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code lotwire readings import}: the files of loggers. */
@Command(
        name = "import",
        description = {
            "Takes the CSV that a logger, or the program that reads it out, writes, and says which lots were warmer or colder than"
                    + " their products bear. Of a file with a problem nothing is taken; the same file again changes nothing.",
            "",
            "Columns are known by the names that makers of loggers give them, such as 'time' or 'Date/Time', 'temperature' or"
                    + " 'Temperature (°F)', 'humidity', 'logger' or 'Serial number'. Lines above them are passed over.",
            ""
        },
        footer = {
            "",
            "Exit code 0: all was taken, and no lot was outside of what its product bears; 1: one was, or a file was refused; 2:"
                    + " wrong use, or a file cannot be read."
        })
final class ReadingsImportCommand implements Callable<Integer> {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Mixin
    HelpOption help;

    @Mixin
    CarriedOptions carried;

    @Mixin
    AuthorOption author;

    private final Installation installation;

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of readings; - is standard input.")
    private List<String> files;

    @Option(
            names = "--logger",
            paramLabel = "NUMBER",
            defaultValue = "",
            description = "The logger, where the file has no column for it.")
    private String logger;

    @Option(
            names = "--from",
            paramLabel = "MOMENT",
            description =
                    "Since when the logger was with the goods, such as 2026-03-18T06:00:00Z; the first reading unless told.")
    private String from;

    @Option(names = "--until", paramLabel = "MOMENT", description = "Up to when; the last reading unless told.")
    private String until;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            converter = ZoneConverter.class,
            description = "The time zone of times that name none, such as America/Los_Angeles.")
    private ZoneId zone;

    @Option(
            names = "--dates",
            paramLabel = "ORDER",
            converter = OrderConverter.class,
            description = "dmy or mdy: how dates are written whose year comes last, where they do not show it.")
    private DateOrder dates;

    @Option(names = "--why", paramLabel = "TEXT", defaultValue = "", description = "Why, for the history.")
    private String why;

    @Option(names = "--dry-run", description = "Take nothing; say what would come of it.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print one JSON object for each file.")
    private boolean json;

    ReadingsImportCommand(Installation installation) {
        this.installation = installation;
    }

    /** A time zone by its name. */
    static final class ZoneConverter implements ITypeConverter<ZoneId> {
        @Override
        public ZoneId convert(String text) {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException unknown) {
                throw new TypeConversionException(
                        "'" + text + "' is no time zone: America/Los_Angeles, Europe/Berlin or UTC would be.");
            }
        }
    }

    /** The order of day and month. */
    static final class OrderConverter implements ITypeConverter<DateOrder> {
        @Override
        public DateOrder convert(String text) {
            for (DateOrder order : DateOrder.values()) {
                if (order.word().equals(text.toLowerCase(Locale.ROOT))) {
                    return order;
                }
            }
            throw new TypeConversionException("'" + text + "' is none of dmy, mdy.");
        }
    }

    @Override
    public Integer call() throws IOException {
        if (!carried.isGiven()) {
            throw new ParameterException(
                    command.commandLine(), "Say by --sscc SSCC or --lot LOT what the logger was with.");
        }
        String by = author.name();
        Optional<Instant> begins = moment("--from", from);
        Optional<Instant> ends = moment("--until", until);
        if (begins.isPresent() && ends.isPresent() && ends.get().isBefore(begins.get())) {
            throw new ParameterException(command.commandLine(), "--until is before --from.");
        }
        return InstalledLedger.ask(installation, "lotwire readings import", ledger -> {
            int exitCode = ExitCode.GOOD;
            for (String file : files) {
                exitCode = Math.max(exitCode, one(ledger, new GivenFile(file), begins, ends, by));
            }
            return exitCode;
        });
    }

    private Optional<Instant> moment(String option, String text) {
        if (text == null) {
            return Optional.empty();
        }
        Optional<Instant> moment = Moment.parse(text, installation.clock());
        if (moment.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    option + " '" + text + "' is no moment: 2026-03-18T06:00:00Z, 2026-03-18 or 12h (ago) would be.");
        }
        return moment;
    }

    private int one(Ledger ledger, GivenFile file, Optional<Instant> begins, Optional<Instant> ends, String by)
            throws IOException {
        if (!file.isReadable(installation)) {
            return ExitCode.USAGE;
        }
        try (InputStream bytes = file.open(installation)) {
            return ledger.<Integer, IOException>inTransaction(tx -> {
                Optional<Carried> with = carried.find(tx, installation.err()::println);
                if (with.isEmpty()) {
                    return ExitCode.REJECTED;
                }
                ReadingTerms terms = new ReadingTerms(
                        logger.strip(),
                        with.get(),
                        begins,
                        ends,
                        Optional.ofNullable(zone),
                        Optional.ofNullable(dates),
                        by,
                        why);
                ReadingOutcome outcome = new ReadingImport(tx).file(file.name(), bytes, terms, dryRun);
                if (!dryRun) {
                    new ExcursionAlerts(tx, installation.profiles()).raise(outcome.trips(), outcome.raised());
                }
                return told(file, outcome);
            });
        }
    }

    private int told(GivenFile file, ReadingOutcome outcome) {
        outcome.problems().forEach(problem -> installation.err().println(ProblemLine.text(problem)));
        PrintStream out = Lines.of(installation);
        out.println(json ? json(file, outcome) : text(file, outcome));
        return outcome.isGood() && outcome.trips().stream().noneMatch(TripReport::hasExcursion)
                ? ExitCode.GOOD
                : ExitCode.REJECTED;
    }

    private String text(GivenFile file, ReadingOutcome outcome) {
        if (!outcome.isGood()) {
            return file.refused(outcome.problems());
        }
        return file.name() + ": " + outcome.readings() + (outcome.readings() == 1 ? " reading" : " readings") + ", "
                + outcome.fresh() + " new" + (dryRun ? " (a dry run: nothing was taken)" : "") + "\n"
                + TripText.of(outcome.trips()).stripTrailing();
    }

    private String json(GivenFile file, ReadingOutcome outcome) {
        ObjectNode node = NODES.objectNode();
        node.put("file", file.name());
        node.put("taken", outcome.isGood() && !dryRun);
        node.put("dryRun", dryRun);
        node.put("readings", outcome.readings());
        node.put("new", outcome.fresh());
        node.put("lotsRaised", outcome.raised().size());
        node.set("trips", TripJson.of(outcome.trips()));
        GivenFile.add(outcome.problems(), node.putArray("problems"));
        return node.toString();
    }
}
