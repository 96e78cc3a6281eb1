package io.lotwire.mapping;

import io.lotwire.edi.fault.Finding;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Purpose;
import io.lotwire.mapping.Explanation.NotMapped;
import io.lotwire.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A mapping that is ready to run. One event is one statement: this item, this lot, this quantity, in this logistic unit;
 * goods are taken from the deepest loops that state them, so none is counted twice.
 *
 * <p>Made once, it serves any number of threads.
 */
public final class Translator {
    private final Plan plan;
    private final boolean despiteErrors;

    public Translator(Mapping mapping) {
        this(new Plan(mapping), false);
    }

    private Translator(Plan plan, boolean despiteErrors) {
        this.plan = plan;
        this.despiteErrors = despiteErrors;
    }

    /**
     * The same, for who looks into a document that nothing may be made of: it gives the events of a set with an error, too. What
     * they say may be wrong.
     */
    public Translator despiteErrors() {
        return new Translator(plan, true);
    }

    /**
     * That a set does not say its own number, as an acknowledgement can say it: {@link #translate} would refuse it for that.
     *
     * @return empty when it has one, or when only {@link #translate} can tell
     */
    public Optional<Finding> numberMissing(TransactionSet set) {
        return DocumentNumber.missing(set, plan.mapping());
    }

    /** True when it gives the events of a set with an error, too. */
    public boolean givesDespiteErrors() {
        return despiteErrors;
    }

    /** What it was made of. */
    public Mapping mapping() {
        return plan.mapping();
    }

    /**
     * What was said beside the events.
     *
     * @param documentNumber the document's own number, such as BSN02; {@code ""} when it has none
     * @param purpose what the document means to do with what was said before
     * @param problems what is wrong with it
     */
    public record Outcome(String documentNumber, Purpose purpose, List<Problem> problems) {
        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Translates a transaction set, event by event: only the loops around the goods in hand are in memory, and 18 to 36
     * bytes for each event made, which tell equal statements apart.
     *
     * <p>A set with an error gives no events at all. What can be an error is known before the first event is made: the
     * document's number stands in its header, and where lots are required, all goods are gone through for their lots first.
     * Reading the tree a second time costs less than keeping events back, and only those pay who require lots.
     *
     * @param set a set that was not rejected
     * @param origin the file that it came in
     * @param lotRequired true when an item without a lot is an error
     * @param events is given each event, in document order
     */
    public Outcome translate(TransactionSet set, Origin origin, boolean lotRequired, Consumer<LotEvent> events) {
        return new SetTranslation(plan, set, origin, lotRequired, null).run(despiteErrors, events);
    }

    /**
     * Translates a transaction set and tells where each value was taken. It takes longer than without.
     *
     * @param set a set that was not rejected
     * @param origin the file that it came in
     * @param lotRequired true when an item without a lot is an error
     */
    public Outcome explain(TransactionSet set, Origin origin, boolean lotRequired, Explanation explanation) {
        return explain(set, origin, lotRequired, Explaining.ALL, explanation);
    }

    /**
     * The same for some of its segments: events whose own segment is one of them are told, and which of their places were not
     * read.
     */
    public Outcome explain(
            TransactionSet set, Origin origin, boolean lotRequired, Explaining segments, Explanation explanation) {
        Recorder recorder = new Recorder(segments.within(set));
        int[] number = new int[1];
        Outcome outcome = new SetTranslation(plan, set, origin, lotRequired, recorder).run(despiteErrors, event -> {
            number[0]++;
            if (segments.has(event.source().segment())) {
                explanation.event(number[0], event, recorder.taken(event));
            }
        });
        Map<String, NotMapped> alike = new LinkedHashMap<>();
        recorder.unread(set, place -> {
            explanation.unread(place);
            alike.merge(place.place(), place, NotMapped::and);
        });
        explanation.notMapped(set, List.copyOf(alike.values()));
        return outcome;
    }

    /**
     * Translates a transaction set whose events are few enough to be held together.
     *
     * @param set a set that was not rejected
     * @param origin the file that it came in
     * @param lotRequired true when an item without a lot is an error
     */
    public Translation translate(TransactionSet set, Origin origin, boolean lotRequired) {
        List<LotEvent> events = new ArrayList<>();
        Outcome outcome = translate(set, origin, lotRequired, events::add);
        return new Translation(outcome.documentNumber(), outcome.purpose(), events, outcome.problems());
    }
}
