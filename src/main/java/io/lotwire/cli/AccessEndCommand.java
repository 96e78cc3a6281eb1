package io.lotwire.cli;

import io.lotwire.access.AccessJson;
import io.lotwire.access.AccessText;
import io.lotwire.access.Accounts;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lotwire access end}: somebody may sign in no more. */
@Command(
        name = "end",
        description = {
            "Ends an account: nobody signs in by it any more, and its sessions end. What they did is kept. One administrator stays.",
            ""
        },
        footer = {"", "Exit code 0: ended; 1: it is not possible, and is told; 2: wrong use."})
final class AccessEndCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private AccessChange change;

    private final Installation installation;

    @Parameters(paramLabel = "NAME", description = "The account's name.")
    private String name;

    AccessEndCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        return change.make(
                installation,
                "lotwire access end",
                (tx, by, why) -> new Accounts(tx).end(name, by, why),
                AccessJson::of,
                AccessText::line);
    }
}
