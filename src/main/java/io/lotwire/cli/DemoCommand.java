package io.lotwire.cli;

import io.lotwire.demo.Demo;
import io.lotwire.embedded.DataFolderInUse;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotwire demo}: the main job, with real partners on loopback. */
@Command(
        name = "demo",
        description =
                "Shows the main job: a farm's ship notice comes in over AS2, a warehouse's shipping advice over SFTP;"
                        + " lot data goes out over AS2, SFTP and JMS.",
        footer = {"", "Exit code with --once: 0 when every delivery is confirmed, else 1."})
final class DemoCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    private final Installation installation;

    @Option(names = "--once", description = "End when every delivery is confirmed.")
    private boolean once;

    DemoCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        try {
            new Demo(new PrintStream(installation.out(), true, StandardCharsets.UTF_8), once).run();
            return ExitCode.GOOD;
        } catch (DataFolderInUse inUse) {
            installation.err().println(inUse.getMessage());
            return ExitCode.REJECTED;
        }
    }
}
