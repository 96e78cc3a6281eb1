package io.lotwire.cli;

import io.lotwire.ledger.Archive;
import io.lotwire.ledger.Ledger;
import io.lotwire.partner.Profiles;
import io.lotwire.replay.FileReplay;
import io.lotwire.replay.Replay;
import io.lotwire.replay.Window;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lotwire replay}: what changed profiles and mappings would make of the files that were received. */
@Command(
        name = "replay",
        description = {
            "Reads kept files again, by the profiles and mappings of now, and shows which lot events would be otherwise.",
            "",
            "To try a change before it is in force, point LOTWIRE_PARTNERS or LOTWIRE_MAPPINGS to a copy of the folder that"
                    + " has the change.",
            ""
        },
        footer = {"", "Exit code 0: nothing would be otherwise; 1: something would; 2: wrong use."})
final class ReplayCommand implements Callable<Integer> {
    private static final Duration QUIET = Duration.ofSeconds(2);

    @Mixin
    HelpOption help;

    private final Installation installation;

    @Spec
    private CommandSpec command;

    @Option(
            names = "--dry-run",
            description = "Send, store and number nothing. It must be said: nothing else is offered.")
    private boolean dryRun;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description =
                    "Only what was received then or later: 2026-03-04, 2026-03-04T14:30:00Z, or 30m, 12h, 7d ago.")
    private String since;

    @Option(names = "--until", paramLabel = "WHEN", description = "Only what was received before.")
    private String until;

    @Option(names = "--partner", paramLabel = "NAME", description = "Only what this partner sent.")
    private String partner;

    @Option(names = "--json", description = "Print a JSON object for each file, one a line.")
    private boolean json;

    ReplayCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        if (!dryRun) {
            throw new ParameterException(
                    command.commandLine(),
                    "Nothing was done: a replay only shows what would be otherwise. Say 'lotwire replay --dry-run'. What was"
                            + " stored and sent stays as it is; a changed profile or mapping holds for what comes from now"
                            + " on, so ask the partner to send again what must be read by it.");
        }
        Window window = new Window(
                moment(since, "--since", Instant.EPOCH),
                moment(until, "--until", installation.clock().instant().plus(Duration.ofDays(1))),
                partner == null ? "" : partner);
        return InstalledLedger.ask(installation, "lotwire replay", ledger -> replay(ledger, window));
    }

    private int replay(Ledger ledger, Window window) throws IOException {
        Profiles profiles = installation.profiles();
        Archive archive = Archive.in(installation.settings().data().resolve("archive"));
        Replay replay = new Replay(ledger, archive, installation.desk(), profiles);
        ReplayReport report = json
                ? new ReplayJson(installation.out())
                : new ReplayText(new PrintStream(installation.out(), false, StandardCharsets.UTF_8));
        Progress progress = new Progress();
        replay.run(window, file -> {
            progress.file(file);
            report.file(file);
        });
        report.end();
        return progress.different == 0 ? ExitCode.GOOD : ExitCode.REJECTED;
    }

    private Instant moment(String text, String option, Instant otherwise) {
        if (text == null) {
            return otherwise;
        }
        return Moment.parse(text, installation.clock())
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        option + " '" + text
                                + "' is no moment: write 2026-03-04, 2026-03-04T14:30:00Z, or 7d, 12h, 30m."));
    }

    /** Says from time to time how far a long replay is. */
    private final class Progress {
        private Instant said = installation.clock().instant();
        private int files;
        private int different;

        void file(FileReplay file) {
            files++;
            different += file.differences().isEmpty() ? 0 : 1;
            Instant now = installation.clock().instant();
            if (Duration.between(said, now).compareTo(QUIET) > 0) {
                said = now;
                installation
                        .err()
                        .printf(
                                "%d files read again, up to inbox %d%n",
                                files, file.file().id());
            }
        }
    }
}
