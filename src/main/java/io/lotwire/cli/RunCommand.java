package io.lotwire.cli;

import io.lotwire.embedded.DataFolderInUse;
import io.lotwire.gateway.GatewayProcess;
import io.lotwire.gateway.Settings;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lotwire run}: the gateway. */
@Command(
        name = "run",
        description = "Runs the gateway until it is told to stop (SIGTERM, Ctrl-C).",
        footer = {
            "",
            "The environment says where its parts are; all have defaults:",
            "  LOTWIRE_HTTP_PORT (8080), LOTWIRE_HTTP_HOST (127.0.0.1)",
            "  LOTWIRE_DB_URL, LOTWIRE_DB_USER, LOTWIRE_DB_PASSWORD (embedded PostgreSQL)",
            "  LOTWIRE_BROKER_URL, LOTWIRE_BROKER_USER, LOTWIRE_BROKER_PASSWORD (embedded Artemis)",
            "  LOTWIRE_DATA (var), LOTWIRE_PARTNERS, LOTWIRE_MAPPINGS, LOTWIRE_ROUTES (the repository's own)",
            "  LOTWIRE_HTTP_CONNECTIONS (1000), LOTWIRE_HTTP_FIRST_BYTE_SECONDS (30): what the HTTP ports take",
            "  LOTWIRE_WATCH_SECONDS (5): how often profiles and mappings are looked at for changes"
        })
final class RunCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    private final Installation installation;

    RunCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = installation.settings();
        try {
            new GatewayProcess(
                            settings,
                            part -> installation.err().println("Starting " + part + " ..."),
                            folder -> {},
                            running -> installation
                                    .err()
                                    .println("Lotwire is ready at http://" + settings.httpHost() + ":"
                                            + running.httpPort()
                                            + " (AS2 at /as2, health at /q/health); its data is in " + settings.data()))
                    .run();
            return ExitCode.GOOD;
        } catch (DataFolderInUse inUse) {
            installation.err().println(inUse.getMessage());
            return ExitCode.REJECTED;
        }
    }
}
