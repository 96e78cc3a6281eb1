package io.lotwire.smooks;

import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smooks.api.ExecutionContext;
import org.smooks.api.SmooksException;
import org.smooks.api.bean.lifecycle.BeanContextLifecycleEvent;
import org.smooks.api.bean.lifecycle.BeanContextLifecycleObserver;
import org.smooks.api.bean.lifecycle.BeanLifecycle;

/** Takes the beans {@code document} and {@code event} as Smooks fills them. */
final class SmooksRun implements BeanContextLifecycleObserver {
    private static final String DOCUMENT = "document";
    private static final String EVENT = "event";

    /** Beans that lend each event what it does not say itself. */
    private static final List<String> AROUND = List.of(DOCUMENT, "group", "interchange");

    /** Levels of one document, which are in memory together. */
    private static final int MOST_LEVELS = 200_000;

    private final ExecutionContext context;
    private final SmooksMapping mapping;
    private final String file;
    private final Statements statements;
    private final FileFaults faults;
    private final RecordCount.Count count;
    private final Set<String> unknown = new HashSet<>();
    private StatedLevels levels = new StatedLevels();
    private int record;

    private SmooksRun(
            ExecutionContext context, SmooksMapping mapping, String file, Statements statements, FileFaults faults) {
        this.context = context;
        this.mapping = mapping;
        this.file = file;
        this.statements = statements;
        this.faults = faults;
        this.count = RecordCount.start(context);
    }

    /** One that hears of the beans of a context. */
    static SmooksRun observe(
            ExecutionContext context, SmooksMapping mapping, String file, Statements statements, FileFaults faults) {
        SmooksRun run = new SmooksRun(context, mapping, file, statements, faults);
        context.getBeanContext().addObserver(run);
        return run;
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
                    faults.add(Problem.error(
                            SmooksFault.FIELD_UNKNOWN,
                            Place.inFile(file),
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

    /** What was stated up to here belongs together. */
    void endDocument() {
        StatedLevels ended = levels;
        levels = new StatedLevels();
        if (ended.size() > 0) {
            give(ended);
        }
    }

    private void give(StatedLevels ended) {
        ended.goods(
                current(),
                statements::state,
                (level, why) -> faults.add(Problem.error(
                        SmooksFault.FIELD_INVALID,
                        statements.place(level),
                        "The level '" + level.get(EventField.LEVEL) + "' is within '" + level.get(EventField.WITHIN)
                                + "', " + why + ": name the one that holds it.")));
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
}
