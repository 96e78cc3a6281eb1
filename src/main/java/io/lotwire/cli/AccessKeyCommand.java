package io.lotwire.cli;

import io.lotwire.access.AccessJson;
import io.lotwire.access.AccessText;
import io.lotwire.access.ApiKeys;
import io.lotwire.access.Grant;
import io.lotwire.access.NewKey;
import io.lotwire.access.Role;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lotwire access key}: a new key for a program. */
@Command(
        name = "key",
        description = {"Makes a key with which a program may ask over HTTP, and prints it once. It is kept nowhere.", ""
        },
        footer = {"", "Exit code 0: made; 1: it is not possible, and is told; 2: wrong use."})
final class AccessKeyCommand implements Callable<Integer> {
    private static final int YEAR = 365;
    private static final int MOST_DAYS = 3650;

    @Mixin
    HelpOption help;

    @Mixin
    private GrantOptions grant;

    @Mixin
    private AccessChange change;

    @Spec
    private CommandSpec command;

    private final Installation installation;

    @Parameters(paramLabel = "PROGRAM", description = "Which program is to have it, such as wms.")
    private String system;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            required = true,
            converter = RoleConverter.class,
            description = "What it may: partner, viewer, operator, integrator, administrator.")
    private Role role;

    @Option(
            names = "--days",
            paramLabel = "DAYS",
            defaultValue = "" + YEAR,
            description = "So many days it is taken (default: ${DEFAULT-VALUE}).")
    private int days;

    AccessKeyCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        if (days < 1 || days > MOST_DAYS) {
            throw new ParameterException(
                    command.commandLine(), "--days is " + days + ", but must be from 1 to " + MOST_DAYS + ".");
        }
        Optional<Grant> given = grant.of(role, installation);
        if (given.isEmpty()) {
            return ExitCode.REJECTED;
        }
        LocalDate last = LocalDate.ofInstant(installation.clock().instant(), ZoneOffset.UTC)
                .plusDays(days);
        return change.make(
                installation,
                "lotwire access key",
                (tx, by, why) -> new ApiKeys(tx).make(new NewKey(system, given.get(), last), by, why),
                made -> AccessJson.of(made.to()).put("key", made.secret()),
                made -> AccessText.line(made.to()) + "\nThe key, for 'Authorization: Bearer': " + made.secret());
    }
}
