package io.lotwire.cli;

import io.lotwire.access.AccessJson;
import io.lotwire.access.AccessText;
import io.lotwire.access.Accounts;
import io.lotwire.access.Grant;
import io.lotwire.access.Role;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lotwire access role}: somebody may something else. */
@Command(
        name = "role",
        description = "Says what somebody may from now on, also where they are signed in. One administrator stays.",
        footer = {"", "Exit code 0: changed; 1: it is not possible, and is told; 2: wrong use."})
final class AccessRoleCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private GrantOptions grant;

    @Mixin
    private AccessChange change;

    private final Installation installation;

    @Parameters(index = "0", paramLabel = "NAME", description = "The account's name.")
    private String name;

    @Parameters(
            index = "1",
            paramLabel = "ROLE",
            converter = RoleConverter.class,
            description = "What they may: partner, viewer, operator, integrator, administrator.")
    private Role role;

    AccessRoleCommand(Installation installation) {
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
                "lotwire access role",
                (tx, by, why) -> new Accounts(tx).allow(name, given.get(), by, why),
                AccessJson::of,
                AccessText::line);
    }
}
