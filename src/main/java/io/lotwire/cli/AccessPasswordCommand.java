package io.lotwire.cli;

import io.lotwire.access.AccessJson;
import io.lotwire.access.Accounts;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lotwire access password}: a new password for who forgot it. */
@Command(
        name = "password",
        description = {
            "Gives an account a new password and prints it once: they must change it when they sign in. All their sessions end.",
            ""
        },
        footer = {"", "Exit code 0: given; 1: there is no such account; 2: wrong use."})
final class AccessPasswordCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private AccessChange change;

    private final Installation installation;

    @Parameters(paramLabel = "NAME", description = "The account's name.")
    private String name;

    AccessPasswordCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        return change.make(
                installation,
                "lotwire access password",
                (tx, by, why) -> new Accounts(tx).givePassword(name, by, why),
                given -> AccessJson.of(given.to()).put("password", given.secret()),
                given -> "The password of " + given.to().name() + ", to be changed when they sign in: "
                        + given.secret());
    }
}
