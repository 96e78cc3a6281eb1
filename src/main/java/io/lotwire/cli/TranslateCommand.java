package io.lotwire.cli;

import io.lotwire.document.EpcisDocument;
import io.lotwire.document.LotCsv;
import io.lotwire.document.LotEventJson;
import io.lotwire.document.LotEventWriter;
import io.lotwire.partner.Profile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.Callable;
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
    private final Interchanges interchanges;

    @Mixin
    private InputFiles files;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "events",
            description =
                    "${COMPLETION-CANDIDATES}: JSON, one event a line (the default); one EPCIS 2.0 document; CSV.")
    private Format format;

    /** The formats by their words on the command line. */
    enum Format {
        events,
        epcis,
        csv
    }

    public TranslateCommand(Installation installation, Interchanges interchanges) {
        this.installation = installation;
        this.interchanges = interchanges;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Profile> sender = files.sender(installation);
        try (LotEventWriter events = writer(new BufferedOutputStream(installation.out()))) {
            return files.each(
                    installation,
                    problem -> installation.err().println(ProblemLine.text(problem)),
                    (file, problems) -> interchanges.translate(file, sender, events, problems));
        }
    }

    private LotEventWriter writer(OutputStream out) throws IOException {
        return switch (format) {
            case events -> new LotEventJson(out);
            case epcis -> new EpcisDocument(out, installation.clock().instant());
            case csv -> new LotCsv(out);
        };
    }
}
