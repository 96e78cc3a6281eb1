package io.lotwire.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lotwire.desk.offline.OfflineDesk;
import io.lotwire.document.EpcisDocument;
import io.lotwire.document.LotCsv;
import io.lotwire.document.LotEventLines;
import io.lotwire.document.LotEventWriter;
import io.lotwire.partner.Profile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotwire translate}: interchanges in, lot events out. */
@Command(
        name = "translate",
        description = "Reads interchanges and prints the lot events that they state.",
        footer = {
            "",
            "Problems go to standard error, a line each. Exit code 0: all translated;",
            "1: something was rejected, the rest is printed; 2: wrong use."
        })
public final class TranslateCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    private final Installation installation;
    private final OfflineDesk desk;

    @Mixin
    private InputFiles files;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "events",
            description =
                    "${COMPLETION-CANDIDATES}: JSON, one event a line (the default); one EPCIS 2.0 document; CSV.")
    private Format format;

    @Option(
            names = "--despite-errors",
            description =
                    "Also print the events of rejected documents, each with an issue that says why its document is"
                            + " rejected: for guides and samples whose counts are wrong. The exit code stays 1; the gateway never"
                            + " does so.")
    private boolean despiteErrors;

    @ArgGroup(exclusive = false)
    private Explain explain;

    /** How events were made, instead of the events. */
    static final class Explain {
        @Option(
                names = "--explain",
                required = true,
                description =
                        "Instead of the events, print where each of their values was taken, and what was not mapped.")
        private boolean wanted;

        @Option(names = "--json", description = "With --explain: as JSON objects, one a line.")
        private boolean json;
    }

    /** The formats by their words on the command line. */
    enum Format {
        events,
        epcis,
        csv
    }

    public TranslateCommand(Installation installation, OfflineDesk desk) {
        this.installation = installation;
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Profile> sender = files.sender(installation);
        if (explain != null && explain.wanted) {
            return explain(sender);
        }
        try (LotEventWriter events = writer(new BufferedOutputStream(installation.out()))) {
            return files.each(
                    installation,
                    problem -> installation.err().println(ProblemLine.text(problem)),
                    (file, problems) -> reading().translate(file, sender, events, problems));
        }
    }

    private int explain(Optional<Profile> sender) throws IOException {
        try (PrintStream out = new PrintStream(new BufferedOutputStream(installation.out()), false, UTF_8)) {
            return files.each(
                    installation,
                    problem -> installation.err().println(ProblemLine.text(problem)),
                    (file, problems) -> reading()
                            .explain(
                                    file,
                                    sender,
                                    explain.json
                                            ? new ExplanationJson(file.name(), out)
                                            : new ExplanationText(file.name(), out),
                                    problems));
        }
    }

    private OfflineDesk reading() {
        return despiteErrors ? desk.despiteErrors() : desk;
    }

    private LotEventWriter writer(OutputStream out) throws IOException {
        return switch (format) {
            case events -> new LotEventLines(out);
            case epcis -> new EpcisDocument(out, installation.clock().instant());
            case csv -> new LotCsv(out);
        };
    }
}
