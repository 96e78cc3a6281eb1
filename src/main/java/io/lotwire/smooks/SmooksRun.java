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
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.daffodil.japi.DataLocation;
import org.apache.daffodil.japi.Diagnostic;
import org.smooks.api.ExecutionContext;
import org.smooks.api.SmooksException;
import org.smooks.api.bean.lifecycle.BeanContextLifecycleEvent;
import org.smooks.api.bean.lifecycle.BeanContextLifecycleObserver;
import org.smooks.api.bean.lifecycle.BeanLifecycle;
import org.smooks.cartridges.dfdl.parser.DfdlParser;

/** One reading of a file: takes the beans {@code document} and {@code event} as Smooks fills them. */
final class SmooksRun implements BeanContextLifecycleObserver, Closeable {
    private static final String DOCUMENT = "document";
    private static final String EVENT = "event";

    /** Beans that lend each event what it does not say itself. */
    private static final List<String> AROUND = List.of(DOCUMENT, "group", "interchange");

    /** Levels of one document, which are in memory together. */
    private static final int MOST_LEVELS = 200_000;

    /** Problems of one file: whoever has so many need not hear of more. */
    private static final int MOST_PROBLEMS = 1000;

    /** Documents in one file, whose events are told apart by them. */
    private static final int MOST_DOCUMENTS = 10_000;

    private final SmooksMapping mapping;
    private final FileBytes file;
    private final Origin origin;
    private final String kind;
    private final boolean lotRequired;
    private final Consumer<LotEvent> events;
    private final RecordPlaces places;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<List<Object>, EventIdentity> identities = new HashMap<>();
    private final Set<String> unknown = new HashSet<>();
    private RecordCount.Count count;
    private ExecutionContext context;
    private StatedLevels levels = new StatedLevels();
    private boolean failed;
    private int record;
    private long statements;
    private String firstNumber = "";
    private Purpose firstPurpose = Purpose.ORIGINAL;
    private IOException unreadable;
    private RuntimeException refused;
    private long size = -1;

    SmooksRun(
            SmooksMapping mapping,
            FileBytes file,
            Origin origin,
            String kind,
            boolean lotRequired,
            Consumer<LotEvent> events) {
        this.mapping = mapping;
        this.file = file;
        this.origin = origin;
        this.kind = kind;
        this.lotRequired = lotRequired;
        this.events = events;
        this.places = new RecordPlaces(file, mapping.parameters());
    }

    void observe(ExecutionContext running) {
        context = running;
        count = RecordCount.start(running);
        running.getBeanContext().addObserver(this);
    }

    @Override
    public void onBeanLifecycleEvent(BeanContextLifecycleEvent event) {
        String bean = event.getBeanId().getName();
        if (bean.equals(EVENT) && event.getLifecycle() == BeanLifecycle.START_FRAGMENT) {
            record = RecordCount.at(count, event.getSource().unwrap());
        } else if (bean.equals(EVENT) && event.getLifecycle() == BeanLifecycle.END_FRAGMENT) {
            take(new Stated(fields(event.getBean()), mapping.parameters().tellsPlaces() ? record : 0));
        } else if (bean.equals(DOCUMENT) && event.getLifecycle() == BeanLifecycle.ADD) {
            endDocument();
        } else if (bean.equals(DOCUMENT) && event.getLifecycle() == BeanLifecycle.END_FRAGMENT) {
            endDocument();
        }
    }

    private Map<String, String> fields(Object bean) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (bean instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                String field = String.valueOf(name);
                if (!EventField.isKnown(field) && unknown.add(field)) {
                    problem(Problem.error(
                            SmooksFault.FIELD_UNKNOWN,
                            Place.inFile(origin.file()),
                            "The mapping " + mapping.stamp() + " states the field '" + field
                                    + "', which lot events do not have: correct its name in smooks.xml."));
                }
                if (value != null && !value.toString().isEmpty()) {
                    fields.put(field, value.toString());
                }
            });
        }
        fields.keySet().removeIf(name -> !fields.containsKey(EventField.mainOf(name)));
        return fields;
    }

    private void take(Stated stated) {
        if (stated.states(EventField.LEVEL)) {
            if (levels.size() >= MOST_LEVELS) {
                throw new SmooksException("a document has more than " + MOST_LEVELS + " levels");
            }
            levels.add(stated);
        } else if (stated.statesGoods()) {
            StatedLevels alone = new StatedLevels();
            alone.add(stated);
            give(alone);
        }
    }

    private void endDocument() {
        StatedLevels ended = levels;
        levels = new StatedLevels();
        if (ended.size() > 0) {
            give(ended);
        }
    }

    private void give(StatedLevels ended) {
        ended.goods(
                current(),
                this::state,
                (level, why) -> problem(Problem.error(
                        SmooksFault.FIELD_INVALID,
                        place(level),
                        "The level '" + level.get(EventField.LEVEL) + "' is within '" + level.get(EventField.WITHIN)
                                + "', " + why + ": name the one that holds it.")));
    }

    private static Quantity in(UnitList list, Quantity quantity) {
        return quantity == null ? null : new Quantity(quantity.value(), quantity.unit(), quantity.ordered(), list);
    }

    private void state(Stated stated, Quantity quantity, List<Issue> doubts) {
        statements++;
        String number = stated.get(EventField.DOCUMENT);
        String typeWord =
                stated.get(EventField.TYPE).isEmpty() ? mapping.parameters().event() : stated.get(EventField.TYPE);
        Optional<EventType> type = Word.constant(EventType.class, typeWord);
        String purposeWord = stated.get(EventField.PURPOSE).isEmpty() ? "original" : stated.get(EventField.PURPOSE);
        Optional<Purpose> purpose = Word.constant(Purpose.class, purposeWord);
        if (number.isEmpty()) {
            problem(Problem.error(
                    MappingFault.DOCUMENT_NUMBER_MISSING,
                    place(stated),
                    "The document has no number: without one it cannot be told from another. Ask the sender to number"
                            + " it."));
        }
        if (type.isEmpty()) {
            problem(invalid(stated, EventField.TYPE, typeWord, "one of shipped, received, ordered, and so on"));
        }
        if (purpose.isEmpty()) {
            problem(invalid(stated, EventField.PURPOSE, purposeWord, "original, replace, cancel or correct"));
        }
        String unitsWord = mapping.parameters().units();
        Optional<UnitList> units = Word.constant(UnitList.class, unitsWord);
        if (units.isEmpty() && !unitsWord.isEmpty()) {
            problem(invalid(stated, "lotwire.units", unitsWord, "x12 or rec20"));
        }
        boolean nothing = quantity != null && quantity.value().signum() <= 0;
        if (lotRequired && !nothing && stated.get(EventField.LOT).isEmpty()) {
            problem(Problem.error(MappingFault.LOT_REQUIRED, place(stated), MappingFault.LOT_REQUIRED_SENTENCE));
        }
        if (failed || number.isEmpty() || type.isEmpty() || purpose.isEmpty()) {
            return;
        }
        if (statements == 1) {
            firstNumber = number;
            firstPurpose = purpose.get();
        }
        LotEvent event = new EventMaker(stated, origin.home())
                .event(type.get(), purpose.get(), source(stated), in(units.orElse(null), quantity), doubts);
        Optional<NotMoved> notMoved = NotMoved.of(
                event.type(), quantity, event.type() == EventType.ADJUSTED, stated.get(EventField.LOT), event.item());
        if (notMoved.isPresent()) {
            problem(Problem.warning(
                    notMoved.get().fault(), place(stated), notMoved.get().message()));
            return;
        }
        LotEvent identified = identity(number, purpose.get()).identify(event);
        try {
            events.accept(identified);
        } catch (RuntimeException notTaken) {
            refused = notTaken;
            throw notTaken;
        }
    }

    /** What the beans around the events say so far, the nearest first. */
    private Stated current() {
        Stated all = new Stated(Map.of(), 0);
        for (String bean : AROUND) {
            Object found = context.getBeanContext().getBean(bean);
            all = found == null ? all : all.within(fields(found));
        }
        return all;
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
            unreadable = e;
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

    private Place place(Stated stated) {
        int number = record(stated);
        long offset = number > 0 ? stretch(stated).offset() : -1;
        return new Place(origin.file(), "", "", stated.get(EventField.TRANSACTION), number, "", 0, 0, 0, offset);
    }

    /** The file is at its end. */
    void end() {
        endDocument();
        if (statements == 0 && !failed) {
            problem(Problem.warning(
                    MappingFault.NOTHING_STATED,
                    Place.inFile(origin.file()),
                    "The document states no goods, so it gives no lot events: check that it is whole."));
        }
    }

    /** Smooks gave up. */
    void failed(SmooksException thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof WholeRecords.TooLarge) {
                problem(Problem.error(
                        SmooksFault.FILE_TOO_LARGE,
                        Place.inFile(origin.file()),
                        "The file has " + at.getMessage() + ": ask the sender for smaller files."));
                return;
            }
        }
        long offset = offset();
        problem(Problem.error(
                SmooksFault.RECORD_INVALID,
                new Place(origin.file(), "", "", "", 0, "", 0, 0, 0, offset),
                "The file is not as the mapping " + mapping.stamp() + " describes it"
                        + (offset < 0
                                ? ""
                                : ", from this byte on" + lineAndColumn(offset) + " or in the record before it")
                        + ": "
                        + Sentence.of(thrown)
                        + ". Ask the sender to mend it, or describe in the mapping what they send."));
    }

    /** Where a byte is for a person, in files whose records are lines: {@code  (line 3, column 7)}, both from 1. */
    private String lineAndColumn(long offset) {
        if (mapping.parameters().recordEnd() != '\n') {
            return "";
        }
        int line = 1;
        int column = 1;
        try (InputStream in = new BufferedInputStream(file.open())) {
            for (long at = 0; at < offset; at++) {
                boolean ends = in.read() == '\n';
                line += ends ? 1 : 0;
                column = ends ? 1 : column + 1;
            }
        } catch (IOException e) {
            unreadable = e;
            return "";
        }
        return " (line " + line + ", column " + column + ")";
    }

    /** The first byte that Daffodil could not read, -1 when it does not say. */
    private long offset() {
        List<Diagnostic> diagnostics = context.get(DfdlParser.DIAGNOSTICS_TYPED_KEY);
        if (diagnostics == null) {
            return -1;
        }
        for (Diagnostic diagnostic : diagnostics) {
            for (DataLocation location : diagnostic.getDataLocations()) {
                return location.bytePos1b() - 1;
            }
        }
        return -1;
    }

    void problem(Problem problem) {
        failed |= problem.isError();
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        }
    }

    String file() {
        return origin.file();
    }

    SmooksMapping.Outcome outcome() {
        return new SmooksMapping.Outcome(firstNumber, firstPurpose, problems);
    }

    /** Reading the file and taking its events is not Smooks's affair: whoever called hears of it. */
    void rethrow() throws IOException {
        if (refused != null) {
            throw refused;
        }
        if (unreadable != null) {
            throw unreadable;
        }
    }

    @Override
    public void close() throws IOException {
        places.close();
    }
}
