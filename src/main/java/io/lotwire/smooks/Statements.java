package io.lotwire.smooks;

import io.lotwire.lot.EventIdentity;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Issue;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Source;
import io.lotwire.lot.Word;
import io.lotwire.mapping.MappingFault;
import io.lotwire.mapping.NotMoved;
import io.lotwire.mapping.Origin;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.smooks.RecordPlaces.Stretch;
import io.lotwire.unit.UnitList;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.smooks.api.SmooksException;

/** Makes lot events of what a file states, and gives each away. */
final class Statements {
    /** Documents in one file, whose events are told apart by them. */
    private static final int MOST_DOCUMENTS = 10_000;

    private final SmooksMapping mapping;
    private final FileBytes file;
    private final RecordPlaces places;
    private final Origin origin;
    private final String kind;
    private final boolean lotRequired;
    private final Consumer<LotEvent> events;
    private final FileFaults faults;
    private final Map<List<Object>, EventIdentity> identities = new HashMap<>();
    private long count;
    private String firstNumber = "";
    private Purpose firstPurpose = Purpose.ORIGINAL;
    private long size = -1;

    Statements(
            SmooksMapping mapping,
            FileBytes file,
            RecordPlaces places,
            Origin origin,
            String kind,
            boolean lotRequired,
            Consumer<LotEvent> events,
            FileFaults faults) {
        this.mapping = mapping;
        this.file = file;
        this.places = places;
        this.origin = origin;
        this.kind = kind;
        this.lotRequired = lotRequired;
        this.events = events;
        this.faults = faults;
    }

    /** How many there were, good or not. */
    long count() {
        return count;
    }

    /** The number of the first document, {@code ""} when it has none. */
    String firstNumber() {
        return firstNumber;
    }

    /** What the first document means to do. */
    Purpose firstPurpose() {
        return firstPurpose;
    }

    /**
     * Takes a statement.
     *
     * @param quantity how much, null when that is not stated
     * @param doubts what is doubtful about that
     */
    void state(Stated stated, Quantity quantity, List<Issue> doubts) {
        count++;
        String number = stated.get(EventField.DOCUMENT);
        String typeWord =
                stated.get(EventField.TYPE).isEmpty() ? mapping.parameters().event() : stated.get(EventField.TYPE);
        Optional<EventType> type = Word.constant(EventType.class, typeWord);
        String purposeWord = stated.get(EventField.PURPOSE).isEmpty() ? "original" : stated.get(EventField.PURPOSE);
        Optional<Purpose> purpose = Word.constant(Purpose.class, purposeWord);
        if (number.isEmpty()) {
            faults.add(Problem.error(
                    MappingFault.DOCUMENT_NUMBER_MISSING,
                    place(stated),
                    "The document has no number: without one it cannot be told from another. Ask the sender to number"
                            + " it."));
        }
        if (type.isEmpty()) {
            faults.add(invalid(stated, EventField.TYPE, typeWord, "one of shipped, received, ordered, and so on"));
        }
        if (purpose.isEmpty()) {
            faults.add(invalid(stated, EventField.PURPOSE, purposeWord, "original, replace, cancel or correct"));
        }
        String unitsWord = mapping.parameters().units();
        Optional<UnitList> units = Word.constant(UnitList.class, unitsWord);
        if (units.isEmpty() && !unitsWord.isEmpty()) {
            faults.add(invalid(stated, "lotwire.units", unitsWord, "x12 or rec20"));
        }
        boolean nothing = quantity != null && quantity.value().signum() <= 0;
        if (lotRequired && !nothing && stated.get(EventField.LOT).isEmpty()) {
            faults.add(Problem.error(MappingFault.LOT_REQUIRED, place(stated), MappingFault.LOT_REQUIRED_SENTENCE));
        }
        if (faults.haveError() || number.isEmpty() || type.isEmpty() || purpose.isEmpty()) {
            return;
        }
        if (count == 1) {
            firstNumber = number;
            firstPurpose = purpose.get();
        }
        LotEvent event = new EventMaker(stated, origin.home())
                .event(type.get(), purpose.get(), source(stated), in(units.orElse(null), quantity), doubts);
        Optional<NotMoved> notMoved = NotMoved.of(
                event.type(), quantity, event.type() == EventType.ADJUSTED, stated.get(EventField.LOT), event.item());
        if (notMoved.isPresent()) {
            faults.add(Problem.warning(
                    notMoved.get().fault(), place(stated), notMoved.get().message()));
            return;
        }
        give(identity(number, purpose.get()).identify(event));
    }

    private static Quantity in(UnitList list, Quantity quantity) {
        return quantity == null ? null : new Quantity(quantity.value(), quantity.unit(), quantity.ordered(), list);
    }

    private Problem invalid(Stated stated, String field, String word, String wanted) {
        return Problem.error(
                SmooksFault.FIELD_INVALID,
                place(stated),
                "The field '" + field + "' is '" + word + "', but must be " + wanted + ": correct the mapping "
                        + mapping.stamp() + ".");
    }

    private EventIdentity identity(String number, Purpose purpose) {
        if (identities.size() >= MOST_DOCUMENTS && !identities.containsKey(List.of(number, purpose))) {
            throw new SmooksException("the file has more than " + MOST_DOCUMENTS + " documents");
        }
        return identities.computeIfAbsent(
                List.of(number, purpose), each -> new EventIdentity(origin.partner(), kind, number, purpose));
    }

    private void give(LotEvent event) {
        try {
            events.accept(event);
        } catch (RuntimeException notTaken) {
            faults.refused(notTaken);
            throw notTaken;
        }
    }

    private Source source(Stated stated) {
        Stretch stretch = stretch(stated);
        return new Source(
                origin.partner(),
                kind,
                stated.get(EventField.VERSION),
                stated.get(EventField.INTERCHANGE),
                stated.get(EventField.GROUP),
                stated.get(EventField.TRANSACTION),
                origin.sha256(),
                Math.max(1, record(stated)),
                stretch.offset(),
                stretch.length(),
                mapping.stamp());
    }

    private static int record(Stated stated) {
        return (int)
                number(stated, EventField.RECORD).orElse((long) stated.record()).longValue();
    }

    private static Optional<Long> number(Stated stated, String field) {
        String text = stated.get(field);
        return text.matches("[0-9]{1,9}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private Stretch stretch(Stated stated) {
        Optional<Long> offset = number(stated, EventField.OFFSET);
        Optional<Long> length = number(stated, EventField.LENGTH);
        if (offset.isPresent() && length.isPresent()) {
            return new Stretch(offset.get(), Math.max(1, length.get().intValue()));
        }
        try {
            return record(stated) > 0 && mapping.parameters().tellsPlaces() ? places.of(record(stated)) : whole();
        } catch (IOException e) {
            faults.unreadable(e);
            return new Stretch(0, 1);
        }
    }

    private Stretch whole() throws IOException {
        if (size < 0) {
            try (InputStream in = file.open()) {
                size = in.transferTo(OutputStream.nullOutputStream());
            }
        }
        return new Stretch(0, (int) Math.max(1, size));
    }

    /** Where it was stated. */
    Place place(Stated stated) {
        int number = record(stated);
        long offset = number > 0 ? stretch(stated).offset() : -1;
        return new Place(origin.file(), "", "", stated.get(EventField.TRANSACTION), number, "", 0, 0, 0, offset);
    }
}
