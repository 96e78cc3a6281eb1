package io.lotwire.cli;

import io.lotwire.lot.Gtin;
import io.lotwire.registry.balance.BalanceJson;
import io.lotwire.registry.balance.PickOrder;
import io.lotwire.registry.balance.PlaceAsked;
import io.lotwire.registry.balance.StockText;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lotwire expiring pick}: which lot to take first. */
@Command(
        name = "pick",
        description =
                "Shows in what order lots of a product are to be picked at a place: what expires first goes first. Lots that are"
                        + " held, recalled or expired are left out.",
        footer = {"", "Exit code 0: what is wanted is there; 1: it is not, or nothing is; 2: wrong use."})
final class ExpiringPickCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    private final Installation installation;

    @Spec
    private CommandSpec command;

    @Option(
            names = "--gtin",
            paramLabel = "GTIN",
            required = true,
            converter = GtinConverter.class,
            description = "The product.")
    private Gtin gtin;

    @Option(
            names = "--at",
            paramLabel = "PLACE",
            required = true,
            description = "The place: a GLN, or a name as documents state it.")
    private String at;

    @Option(
            names = "--quantity",
            paramLabel = "N",
            description = "How much is wanted, in the unit of the first lot; all that is there unless told.")
    private BigDecimal quantity;

    @Option(names = "--fifo", description = "What came first goes first, whatever expires first.")
    private boolean fifo;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ExpiringPickCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        if (quantity != null && quantity.signum() <= 0) {
            throw new ParameterException(command.commandLine(), "--quantity must be more than nothing.");
        }
        return InstalledLedger.ask(
                installation,
                "lotwire expiring pick",
                ledger -> ledger.<Integer, RuntimeException>inTransaction(tx -> {
                    Optional<PlaceAsked> place = PlaceOption.find(installation, tx, at);
                    return place.isEmpty()
                            ? ExitCode.REJECTED
                            : print(PickOrder.of(
                                    tx,
                                    gtin,
                                    place.get(),
                                    fifo ? PickOrder.Rule.FIFO : PickOrder.Rule.FEFO,
                                    Optional.ofNullable(quantity),
                                    Today.of(installation)));
                }));
    }

    private int print(PickOrder order) {
        PrintStream out = Lines.of(installation);
        if (json) {
            out.println(BalanceJson.of(order).toPrettyString());
        } else {
            out.print(StockText.picks(order));
        }
        return order.picks().isEmpty() || order.missing().signum() > 0 ? ExitCode.REJECTED : ExitCode.GOOD;
    }
}
