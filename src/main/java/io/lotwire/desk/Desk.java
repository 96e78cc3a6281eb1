package io.lotwire.desk;

import io.lotwire.partner.Inbound;
import io.lotwire.partner.Profile;
import io.lotwire.problem.Problem;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Decides what is done with what came in: whose it is, whether it is a document as a whole or interchanges, what was agreed, by
 * which mapping it is read, and what its sender hears. All of it is decided here, once, by the rules of one moment: the gateway,
 * the command line, golden samples, replays and drafts of profiles take it as the desk gives it.
 *
 * <p>The way in: {@link #receive} gives a {@link Reception}; that of interchanges gives an {@link Agreement} for each of them; and
 * that gives the {@link Handling} of each document, and the answers.
 */
public final class Desk {
    private final Rulebook rules;
    private final Measure measure;

    public Desk(Rulebook rules, Measure measure) {
        this.rules = rules;
        this.measure = measure;
    }

    /**
     * Receives a file.
     *
     * @param sender whose wire it came over, or who was named; empty when each interchange is to say whose it is
     * @param fileName its name, which can make it a document as a whole
     * @param problems is told what is wrong with rules that are wanted, as soon as they are wanted
     */
    public Reception receive(Optional<Profile> sender, String fileName, Consumer<Problem> problems) {
        Optional<Inbound> whole = sender.flatMap(profile -> profile.receivesFile(fileName));
        return whole.isPresent()
                ? new WholeFile(fileName, agreement(sender, problems), whole.get())
                : interchanges(sender, fileName, problems);
    }

    /** Receives a file of interchanges of which nobody knows whose they are. */
    public ReceivedInterchanges receive(String fileName, Consumer<Problem> problems) {
        return interchanges(Optional.empty(), fileName, problems);
    }

    private ReceivedInterchanges interchanges(Optional<Profile> sender, String fileName, Consumer<Problem> problems) {
        return new ReceivedInterchanges(fileName, sender, rules, whose -> agreement(whose, problems));
    }

    private Agreement agreement(Optional<Profile> sender, Consumer<Problem> problems) {
        return new Agreement(rules, measure, sender, problems);
    }
}
