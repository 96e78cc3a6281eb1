package io.lotwire.compliance;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.lot.EventType;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Transformation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The critical tracking events of a selection, inside one transaction; however many, few are in memory. */
public final class Statements {
    private final SelectedEvents selected;
    private final TrackingEvents events;
    private final RegisteredMasterData masterData;
    private final Statement.Context context;

    /**
     * Those that are stored when the transaction first reads.
     *
     * @param transaction its first work: it reads one state of the database, whatever is stored meanwhile
     * @param terms what profiles say
     */
    public Statements(LedgerTransaction transaction, Selection selection, Terms terms) {
        transaction.handle().execute("set transaction isolation level repeatable read, read only");
        this.selected = new SelectedEvents(transaction, selection);
        this.events = new TrackingEvents(terms);
        this.masterData = new RegisteredMasterData(transaction);
        this.context = new Statement.Context(terms, masterData);
    }

    /** Takes statements. */
    public interface Taker {
        /** Takes the next one. */
        void take(Statement statement) throws IOException;
    }

    /**
     * Hands over those of some kinds, each event read once: first the transformations, run by run, then the others, in the order in
     * which their events were stored.
     */
    public void forEach(Set<TrackingEvent> kinds, Taker taker) throws IOException {
        Run run = new Run(taker);
        selected.forEach(types(kinds), masterData::learn, event -> {
            TrackingEvent kind =
                    events.of(event.event()).filter(kinds::contains).orElse(null);
            if (kind == TrackingEvent.TRANSFORMATION) {
                run.take(event);
            } else if (kind != null) {
                run.end();
                taker.take(Statement.of(kind, event.event(), event.documentNumber(), context));
            }
        });
        run.end();
    }

    /** Hands over all of them. */
    public void forEach(Taker taker) throws IOException {
        forEach(EnumSet.allOf(TrackingEvent.class), taker);
    }

    /** The files that they come from. */
    public void files(SourceFile.Taker taker) throws IOException {
        selected.files(types(EnumSet.allOf(TrackingEvent.class)), taker);
    }

    private static Set<EventType> types(Set<TrackingEvent> kinds) {
        Set<EventType> types = EnumSet.noneOf(EventType.class);
        for (TrackingEvent kind : kinds) {
            types.addAll(kind.types());
        }
        return types;
    }

    /**
     * The inputs and outputs of one run of production after the other. Where one thing came out of a run, each input is told
     * with it; where several did, which input is in which is not known, and the run's number joins them.
     */
    private final class Run {
        /** A run of more is told event by event. */
        private static final int MOST = 10_000;

        private final Taker taker;
        private final List<SelectedEvent> inputs = new ArrayList<>();
        private final List<SelectedEvent> outputs = new ArrayList<>();
        private String current = "";

        Run(Taker taker) {
            this.taker = taker;
        }

        void take(SelectedEvent event) throws IOException {
            Transformation transformation = event.event().transformation();
            String run = transformation == null ? "" : event.partner() + "\n" + transformation.id();
            if (!run.equals(current) || inputs.size() + outputs.size() == MOST) {
                end();
            }
            current = run;
            boolean input = transformation != null && transformation.role() == Transformation.Role.INPUT;
            (input ? inputs : outputs).add(event);
            if (run.isEmpty()) {
                end();
            }
        }

        void end() throws IOException {
            LotEvent only = outputs.size() == 1 ? outputs.get(0).event() : null;
            boolean again = false;
            for (SelectedEvent input : inputs) {
                taker.take(statement(input, input.event(), only, again));
                again = only != null;
            }
            if (only == null || inputs.isEmpty()) {
                for (SelectedEvent output : outputs) {
                    taker.take(statement(output, null, output.event(), false));
                }
            }
            inputs.clear();
            outputs.clear();
        }

        private Statement statement(SelectedEvent of, LotEvent used, LotEvent produced, boolean again) {
            return new Statement(TrackingEvent.TRANSFORMATION, used, produced, of.documentNumber(), again, context);
        }
    }
}
