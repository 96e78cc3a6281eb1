package io.lotwire.cli;

import io.lotwire.ledger.Ledger;
import io.lotwire.lot.Gtin;
import io.lotwire.registry.Trace;
import io.lotwire.registry.TraceDirection;
import io.lotwire.registry.TraceJson;
import io.lotwire.registry.TraceText;
import io.lotwire.registry.Tracer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lotwire trace}: where a lot came from, and where it went. */
@Command(
        name = "trace",
        description = "Shows where a lot came from, what documents moved it, and who has it.",
        footer = {"", "Exit code 0: the lot is known; 1: it is not; 2: wrong use."})
final class TraceCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    private final Installation installation;

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "LOT", description = "The lot code, to the character.")
    private String lot;

    @Option(names = "--gtin", paramLabel = "GTIN", description = "The product, where several have lots of this code.")
    private String gtin;

    @Option(
            names = "--direction",
            paramLabel = "DIRECTION",
            defaultValue = "both",
            description = "forward, backward or both (the default).")
    private Direction direction;

    @Option(names = "--json", description = "Print the trace as one JSON object.")
    private boolean json;

    /** The directions by their words on the command line. */
    enum Direction {
        forward,
        backward,
        both
    }

    TraceCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Gtin> product = product();
        return InstalledLedger.ask(installation, "lotwire trace", ledger -> print(ledger, product));
    }

    private int print(Ledger ledger, Optional<Gtin> product) {
        Trace trace = ledger.inTransaction(tx -> new Tracer(tx).trace(lot, product));
        TraceDirection wanted = TraceDirection.valueOf(direction.name().toUpperCase(Locale.ROOT));
        PrintStream out = new PrintStream(installation.out(), true, StandardCharsets.UTF_8);
        out.println((json ? TraceJson.of(trace, wanted) : TraceText.of(trace, wanted)).stripTrailing());
        return trace.trails().isEmpty() ? ExitCode.REJECTED : ExitCode.GOOD;
    }

    private Optional<Gtin> product() {
        if (gtin == null) {
            return Optional.empty();
        }
        Optional<Gtin> parsed = Gtin.parse(gtin);
        if (parsed.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    "'" + gtin + "' is no GTIN: 8, 12, 13 or 14 digits with a good check digit are wanted.");
        }
        return parsed;
    }
}
