package io.lotwire.cli;

import io.lotwire.embedded.DataFolderInUse;
import io.lotwire.gateway.FirstSignIn;
import io.lotwire.gateway.GatewayProcess;
import io.lotwire.gateway.Settings;
import io.lotwire.setting.Setting;
import io.lotwire.setting.SettingGroup;
import io.lotwire.setting.SettingNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lotwire run}: the gateway. */
@Command(name = "run", description = "Runs the gateway until it is told to stop (SIGTERM, Ctrl-C).")
final class RunCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    private final Installation installation;

    RunCommand(Installation installation) {
        this.installation = installation;
    }

    @Spec
    void listSettings(CommandSpec command) {
        List<String> lines = new ArrayList<>(List.of("", "The environment says what is set; without it:"));
        for (SettingGroup group : Settings.GROUPS) {
            for (Setting<?> setting : group.settings()) {
                lines.add("  " + setting.name() + ": "
                        + (setting.usual().isEmpty() ? setting.without() : setting.usual()));
            }
        }
        command.usageMessage().footer(lines.toArray(String[]::new));
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = installation.settings();
        SettingNames.unknown(written(), Settings.GROUPS)
                .forEach(sentence -> installation.err().println("Warning: " + sentence));
        try {
            new GatewayProcess(
                            settings,
                            part -> installation.err().println("Starting " + part + " ..."),
                            folder -> {},
                            running -> {
                                FirstSignIn.make(settings, running.database(), installation.clock())
                                        .ifPresent(installation.err()::println);
                                installation
                                        .err()
                                        .println("Lotwire is ready at http://" + settings.httpHost() + ":"
                                                + running.httpPort()
                                                + " (pages at /, AS2 at /as2, health at /q/health); its data is in "
                                                + settings.data());
                            })
                    .run();
            return ExitCode.GOOD;
        } catch (DataFolderInUse inUse) {
            installation.err().println(inUse.getMessage());
            return ExitCode.REJECTED;
        }
    }

    /** The names of all that the environment and the system properties set. */
    private static Set<String> written() {
        Set<String> names = new TreeSet<>(System.getenv().keySet());
        names.addAll(System.getProperties().stringPropertyNames());
        return names;
    }
}
