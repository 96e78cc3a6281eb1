package io.lotwire.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lotwire.access.AccessJson;
import io.lotwire.access.AccessText;
import io.lotwire.access.ApiKey;
import io.lotwire.access.ApiKeys;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotwire access keys}: the keys of programs. */
@Command(
        name = "keys",
        description =
                "Lists the keys of programs: the id, what it allows, the program, its last day, when it was used.",
        footer = {"", "Exit code 0: listed; 1: there is no ledger; 2: wrong use."})
final class AccessKeysCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    private final Installation installation;

    @Option(names = "--all", description = "Keys that were ended or are past their last day, too.")
    private boolean all;

    @Option(names = "--json", description = "Print one JSON array.")
    private boolean json;

    AccessKeysCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        return InstalledLedger.ask(installation, "lotwire access keys", ledger -> {
            List<ApiKey> keys = ledger.inTransaction(tx -> new ApiKeys(tx).list(all));
            if (json) {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                keys.forEach(key -> array.add(AccessJson.of(key)));
                Lines.of(installation).println(array.toPrettyString());
            } else if (keys.isEmpty()) {
                Lines.of(installation).println("No program has a key: 'lotwire access key' makes one.");
            } else {
                keys.forEach(key -> Lines.of(installation).println(AccessText.line(key)));
            }
            return ExitCode.GOOD;
        });
    }
}
