package io.lotwire.compliance;

import io.lotwire.lot.EventSource;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Word;
import io.lotwire.partner.Completeness;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a notice to a trade partner has the elements of a rule that they ask for. By the food traceability rule a GLN stands for a
 * location description, and a GTIN for a product description, as trade partners share master data.
 */
public final class NoticeCheck {
    /** So many lots are named of those that lack the same; of more there is the count. */
    private static final int LOTS_NAMED = 5;

    /** A notice lacks so many different things at most that are told. */
    private static final int MOST_LINES = 100;

    private final Completeness wanted;
    private final TrackingEvents events;
    private final Statement.Context context;
    private final Map<String, Lots> lacking = new LinkedHashMap<>();

    private NoticeCheck(Completeness wanted, Statement.Context context) {
        this.wanted = wanted;
        this.events = new TrackingEvents(context.terms());
        this.context = context;
    }

    private static final class Lots {
        private final Set<String> named = new LinkedHashSet<>();
        private int events;
    }

    /** What of it is missing, a line each; empty when nothing is. */
    public static List<String> missing(EventSource notice, Completeness wanted, Statement.Context context)
            throws IOException {
        NoticeCheck check = new NoticeCheck(wanted, context);
        notice.forEach(check::check);
        return check.lines();
    }

    private void check(LotEvent event) {
        TrackingEvent kind = events.of(event).orElse(null);
        if (kind == null || kind == TrackingEvent.TRANSFORMATION) {
            return;
        }
        Statement statement = Statement.of(kind, event, "", context);
        for (KeyDataElement element : KeyDataRules.of(wanted.rule()).of(kind)) {
            if (element.toPartners().isPresent() && isWanted(element)) {
                List<Fact> missing = element.missingToPartner(statement);
                if (!missing.isEmpty()) {
                    add(new MissingElement(element, missing, MissingElement.note(element, statement)), event);
                }
            }
        }
    }

    private boolean isWanted(KeyDataElement element) {
        return wanted.elements().stream().anyMatch(each -> Word.of(each).equals(element.name()));
    }

    private void add(MissingElement missing, LotEvent event) {
        String line = missing.element().words() + " (" + missing.element().paragraph() + "): " + missing.words();
        if (!lacking.containsKey(line) && lacking.size() == MOST_LINES) {
            return;
        }
        Lots lots = lacking.computeIfAbsent(line, first -> new Lots());
        lots.events++;
        if (lots.named.size() < LOTS_NAMED) {
            lots.named.add(event.lot() == null ? "(no lot)" : event.lot().code());
        }
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        lacking.forEach((line, lots) -> lines.add(line + ", in " + lots.events + (lots.events == 1 ? " line" : " lines")
                + ", of lot "
                + lots.named.stream().collect(Collectors.joining(", "))
                + (lots.events > lots.named.size() ? ", ..." : "")));
        return lines;
    }
}
