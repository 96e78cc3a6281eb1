package io.lotwire.cli;

import io.lotwire.access.AccessJson;
import io.lotwire.access.AccessText;
import io.lotwire.access.ApiKeys;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lotwire access end-key}: a key is taken no more. */
@Command(
        name = "end-key",
        description = "Ends a key of a program: it is not taken any more.",
        footer = {"", "Exit code 0: ended; 1: it is not possible, and is told; 2: wrong use."})
final class AccessEndKeyCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private AccessChange change;

    private final Installation installation;

    @Parameters(paramLabel = "ID", description = "The key's id, the letters between its two '_'.")
    private String id;

    AccessEndKeyCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        return change.make(
                installation,
                "lotwire access end-key",
                (tx, by, why) -> new ApiKeys(tx).end(id, by, why),
                AccessJson::of,
                AccessText::line);
    }
}
