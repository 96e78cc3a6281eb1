package io.lotwire.cli;

import io.lotwire.access.AccessJson;
import io.lotwire.access.AccessText;
import io.lotwire.access.Accounts;
import io.lotwire.access.Grant;
import io.lotwire.access.NewAccount;
import io.lotwire.access.Role;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lotwire access add}: a new account. */
@Command(
        name = "add",
        description = {
            "Makes an account, and prints its password once: they must change it when they sign in. It is kept nowhere.",
            ""
        },
        footer = {"", "Exit code 0: made; 1: it is not possible, and is told; 2: wrong use."})
final class AccessAddCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private GrantOptions grant;

    @Mixin
    private AccessChange change;

    private final Installation installation;

    @Parameters(paramLabel = "NAME", description = "By which they sign in, such as ada or ada@example.com.")
    private String name;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            required = true,
            converter = RoleConverter.class,
            description = "What they may: partner, viewer, operator, integrator, administrator.")
    private Role role;

    @Option(names = "--title", paramLabel = "TEXT", defaultValue = "", description = "How people call them.")
    private String title;

    AccessAddCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Grant> given = grant.of(role, installation);
        if (given.isEmpty()) {
            return ExitCode.REJECTED;
        }
        return change.make(
                installation,
                "lotwire access add",
                (tx, by, why) -> new Accounts(tx).make(new NewAccount(name, title, given.get()), by, why),
                made -> AccessJson.of(made.to()).put("password", made.secret()),
                made -> AccessText.line(made.to()) + "\nTheir password, to be changed when they sign in: "
                        + made.secret());
    }
}
