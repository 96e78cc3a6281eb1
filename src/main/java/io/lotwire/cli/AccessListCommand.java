package io.lotwire.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lotwire.access.AccessJson;
import io.lotwire.access.AccessText;
import io.lotwire.access.Account;
import io.lotwire.access.Accounts;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotwire access list}: the accounts. */
@Command(
        name = "list",
        description = "Lists who may sign in: the name, what they may, how they are called, when they did last.",
        footer = {"", "Exit code 0: listed; 1: there is no ledger; 2: wrong use."})
final class AccessListCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    private final Installation installation;

    @Option(names = "--all", description = "Accounts that were ended, too.")
    private boolean all;

    @Option(names = "--json", description = "Print one JSON array.")
    private boolean json;

    AccessListCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        return InstalledLedger.ask(installation, "lotwire access list", ledger -> {
            List<Account> accounts = ledger.inTransaction(tx -> new Accounts(tx).list(all));
            if (json) {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                accounts.forEach(account -> array.add(AccessJson.of(account)));
                Lines.of(installation).println(array.toPrettyString());
            } else if (accounts.isEmpty()) {
                Lines.of(installation).println("Nobody has an account: 'lotwire access add' makes one.");
            } else {
                accounts.forEach(account -> Lines.of(installation).println(AccessText.line(account)));
            }
            return ExitCode.GOOD;
        });
    }
}
