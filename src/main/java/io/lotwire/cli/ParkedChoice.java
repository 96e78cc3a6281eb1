package io.lotwire.cli;

import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.parked.Deed;
import io.lotwire.parked.ParkedId;
import io.lotwire.parked.ParkedText;
import io.lotwire.parked.ParkedThing;
import io.lotwire.parked.ParkedThings;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The parked things that something is done about: by their names, or all that a filter finds. */
final class ParkedChoice {
    /** So many at a time are one transaction at most; the next time takes the rest. */
    private static final int MOST = 10_000;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Mixin
    private ParkedFilterOptions which;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "Their names, such as document-812. Or say --kind, --cause or --partner for all of these.")
    private List<String> names = List.of();

    /** What is done about one of them. */
    interface Work {
        Deed on(LedgerTransaction tx, ParkedId id);
    }

    /**
     * Does it, in one transaction so that documents of one file go together, and says of each what became of it.
     *
     * @param done what is so afterwards, in a word
     * @return the command's exit code
     */
    int each(Installation installation, Ledger ledger, String done, Work work) {
        boolean all = true;
        List<ParkedId> ids = chosen(ledger);
        List<Deed> deeds = ledger.<List<Deed>, RuntimeException>inTransaction(
                tx -> ids.stream().map(id -> work.on(tx, id)).toList());
        for (Deed deed : deeds) {
            if (deed instanceof Deed.Done of) {
                Lines.of(installation).println(ParkedText.done(of.thing(), done));
            } else if (deed instanceof Deed.NotPossible not) {
                installation.err().println(not.why());
                all = false;
            }
        }
        if (ids.size() == MOST) {
            installation.err().println("There may be more than " + MOST + ": give the command once more for the rest.");
        }
        return all ? ExitCode.GOOD : ExitCode.REJECTED;
    }

    private List<ParkedId> chosen(Ledger ledger) {
        if (names.isEmpty() != which.isGiven()) {
            throw new ParameterException(
                    command.commandLine(), "Say either names, or some of --kind, --cause and --partner.");
        }
        Stream<ParkedId> ids = names.isEmpty()
                ? ledger.inTransaction(tx -> new ParkedThings(tx).list(which.filter(), MOST)).stream()
                        .map(ParkedThing::id)
                : names.stream().map(this::id);
        // In the order in which a gateway locks their rows, so that neither waits for the other for ever.
        return ids.sorted(Comparator.comparing(ParkedId::kind).thenComparingLong(ParkedId::row))
                .toList();
    }

    private ParkedId id(String name) {
        return ParkedId.of(name)
                .orElseThrow(() -> new ParameterException(command.commandLine(), ParkedIdConverter.isNone(name)));
    }
}
