package io.lotwire.cli;

import io.lotwire.lot.Gtin;
import io.lotwire.lot.Sscc;
import io.lotwire.question.TraceAnswer;
import io.lotwire.question.TraceAnswers;
import io.lotwire.question.TraceQuestion;
import io.lotwire.question.TraceStart;
import io.lotwire.registry.TraceDirection;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
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
        footer = {"", "Exit code 0: a lot is known; 1: none is; 2: wrong use."})
final class TraceCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    private final Installation installation;

    @Spec
    private CommandSpec command;

    @ArgGroup(multiplicity = "1")
    private Start start;

    /** From what is traced. */
    static final class Start {
        @Parameters(arity = "0..1", paramLabel = "LOT", description = "The lot code, to the character.")
        private String lot;

        @Option(
                names = "--sscc",
                paramLabel = "SSCC",
                converter = SsccConverter.class,
                description = "All lots that were on this logistic unit, or on units that it held.")
        private Sscc sscc;

        @Option(
                names = "--document",
                paramLabel = "NUMBER",
                description =
                        "All lots in documents of this number, or that refer to it: a ship notice, a purchase order,"
                                + " a bill of lading.")
        private String document;

        @Option(
                names = "--interchange",
                paramLabel = "NUMBER",
                description = "All lots in interchanges with this control number (ISA13, UNB 0020).")
        private String interchange;

        @Option(
                names = "--message",
                paramLabel = "ID",
                description =
                        "All lots in what came with this message: an AS2 Message-ID, or the number on another wire.")
        private String message;

        @ArgGroup(exclusive = false)
        private Days days;
    }

    /** A stretch of days, in which lots of a product are looked for. */
    static final class Days {
        @Option(
                names = "--from",
                required = true,
                paramLabel = "DAY",
                description =
                        "With --gtin: all lots of the product that documents tell of from this day on, such as 2026-03-04.")
        private LocalDate from;

        @Option(names = "--to", paramLabel = "DAY", description = "The last such day; the same day unless told.")
        private LocalDate to;

        private LocalDate last() {
            return to == null ? from : to;
        }
    }

    @Option(
            names = "--gtin",
            paramLabel = "GTIN",
            converter = GtinConverter.class,
            description = "The product, where several have lots of this code.")
    private Gtin gtin;

    @Option(
            names = "--direction",
            paramLabel = "DIRECTION",
            defaultValue = "both",
            description = "forward, backward or both (the default).")
    private Direction direction;

    @ArgGroup
    private Form form = new Form();

    /** In what form the answer is printed; as text unless told. */
    static final class Form {
        @Option(names = "--json", description = "Print the trace as one JSON object.")
        private boolean json;

        @Option(names = "--dot", description = "Print a graph for Graphviz.")
        private boolean dot;

        @Option(names = "--svg", description = "Print a picture as SVG, for any browser.")
        private boolean svg;
    }

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
        Optional<Gtin> product = Optional.ofNullable(gtin);
        if (start.days != null) {
            check(start.days, product);
        }
        TraceQuestion question = new TraceQuestion(start(), product, wanted());
        return InstalledLedger.ask(installation, "lotwire trace", ledger -> print(question.ask(ledger)));
    }

    private TraceStart start() {
        if (start.lot != null) {
            return new TraceStart.Lot(start.lot);
        }
        if (start.sscc != null) {
            return new TraceStart.Unit(start.sscc);
        }
        if (start.document != null) {
            return new TraceStart.Document(start.document);
        }
        if (start.interchange != null) {
            return new TraceStart.Interchange(start.interchange);
        }
        return start.message == null
                ? new TraceStart.Days(start.days.from, start.days.last())
                : new TraceStart.Message(start.message);
    }

    private void check(Days days, Optional<Gtin> product) {
        if (product.isEmpty()) {
            throw new ParameterException(command.commandLine(), "--from wants a product: add --gtin.");
        }
        if (days.last().isBefore(days.from)) {
            throw new ParameterException(
                    command.commandLine(), "--to " + days.to + " is before --from " + days.from + ".");
        }
    }

    private TraceDirection wanted() {
        return TraceDirection.valueOf(direction.name().toUpperCase(Locale.ROOT));
    }

    private int print(TraceAnswers traced) {
        PrintStream out = new PrintStream(installation.out(), true, StandardCharsets.UTF_8);
        if (form.dot) {
            out.print(TraceAnswer.dot(traced.answers()));
        } else if (form.svg) {
            out.print(TraceAnswer.svg(traced.answers()));
        } else if (form.json) {
            out.println(traced.json().toPrettyString());
        } else {
            out.println(text(traced));
        }
        return traced.isKnown() ? ExitCode.GOOD : ExitCode.REJECTED;
    }

    private String text(TraceAnswers traced) {
        if (traced.answers().isEmpty()) {
            return nothing();
        }
        String text = traced.answers().stream().map(TraceAnswer::text).collect(Collectors.joining("\n\n"));
        return traced.more() == 0
                ? text
                : text + "\n\nAnd " + traced.more() + " more lots; --gtin asks for those of one product.";
    }

    private String nothing() {
        if (start.sscc != null) {
            return "No document names a lot on logistic unit " + start.sscc + ".";
        }
        if (start.document != null) {
            return "No document " + start.document + " names a lot, nor one that refers to it.";
        }
        if (start.interchange != null) {
            return "No interchange " + start.interchange + " names a lot.";
        }
        return start.message == null
                ? "No document tells of a lot of " + gtin + " from " + start.days.from + " to " + start.days.last()
                        + "."
                : "No message " + start.message + " names a lot.";
    }
}
