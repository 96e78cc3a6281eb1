package io.lotwire.cli;

import io.lotwire.lot.Gtin;
import io.lotwire.recall.Scope;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is recalled: arguments that the commands about recalls have in common. */
final class RecallScopeOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Parameters(paramLabel = "LOT", arity = "0..*", description = "Lot codes, to the character.")
    private List<String> lots = List.of();

    @Option(
            names = "--gtin",
            paramLabel = "GTIN",
            converter = GtinConverter.class,
            description = "Their product, where several have lots of these codes.")
    private Gtin gtin;

    @Option(
            names = "--supplier",
            paramLabel = "WHO",
            description =
                    "Only lots whose code this supplier assigned, or which they shipped first: a GLN, a name, or a"
                            + " profile's name.")
    private String supplier;

    @Option(
            names = "--plant",
            paramLabel = "WHERE",
            description = "Lots that were made here, or shipped from here, between --from and --to: a GLN, a name, or a"
                    + " profile's name.")
    private String plant;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "The first moment, by the clock there: 2026-03-04 or 2026-03-04T14:30.")
    private String from;

    @Option(names = "--to", paramLabel = "TIME", description = "The last day, or the first moment after it, likewise.")
    private String to;

    /** What is recalled; wrong use is told. */
    Scope scope() {
        if (lots.isEmpty() && plant == null) {
            throw wrong("Say what is recalled: lot codes, or --plant with --from and --to.");
        }
        if ((plant == null) != (from == null) || (plant == null) != (to == null)) {
            throw wrong("--plant, --from and --to go together: say all three.");
        }
        Scope scope = new Scope(
                lots,
                gtin == null ? "" : gtin.digits(),
                supplier == null ? "" : supplier.strip(),
                plant == null ? "" : plant.strip(),
                from == null ? "" : time("--from", from, false),
                to == null ? "" : time("--to", to, true));
        if (scope.endsBeforeItBegins()) {
            throw wrong("--to is before --from.");
        }
        return scope;
    }

    /** The same as arguments, for the next command. */
    String arguments() {
        StringBuilder arguments = new StringBuilder();
        lots.forEach(lot -> add(arguments, "", lot));
        add(arguments, "--gtin ", gtin == null ? "" : gtin.digits());
        add(arguments, "--supplier ", Optional.ofNullable(supplier).orElse(""));
        add(arguments, "--plant ", Optional.ofNullable(plant).orElse(""));
        add(arguments, "--from ", Optional.ofNullable(from).orElse(""));
        add(arguments, "--to ", Optional.ofNullable(to).orElse(""));
        return arguments.toString();
    }

    private static void add(StringBuilder arguments, String name, String value) {
        if (!value.isEmpty()) {
            boolean plain = value.matches("[A-Za-z0-9_./:@%+=,-]+") && !value.startsWith("-");
            arguments.append(' ').append(name).append(plain ? value : "'" + value.replace("'", "'\\''") + "'");
        }
    }

    private String time(String option, String text, boolean isEnd) {
        return Scope.time(text, isEnd)
                .orElseThrow(() -> wrong(option + " is '" + text
                        + "', but must be a day such as 2026-03-04, or a time such as 2026-03-04T14:30."));
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }
}
