package io.lotwire.yaml;

import io.lotwire.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;

/** Builds the tree of one document from the parser's events. */
final class TreeBuilder {
    private final Parser events;
    private final String file;
    private final UnaryOperator<String> variables;
    private final Consumer<Problem> problems;
    private int depth;

    TreeBuilder(Parser events, String file, UnaryOperator<String> variables, Consumer<Problem> problems) {
        this.events = events;
        this.file = file;
        this.variables = variables;
        this.problems = problems;
    }

    /** The first document's root; empty when there is none, or when it is deeper than the limit. */
    Optional<YamlNode> build() {
        events.getEvent(); // the start of the stream
        if (events.checkEvent(Event.ID.StreamEnd)) {
            problems.accept(Problem.error(
                    YamlFault.YAML_SYNTAX, new FileLine(file, 1).place(), "The file is empty: write what it is for."));
            return Optional.empty();
        }
        events.getEvent(); // the start of the document
        YamlNode root;
        try {
            root = node();
        } catch (TooDeep e) {
            report(
                    YamlFault.FILE_TOO_LARGE,
                    e.getProblemMark(),
                    "Nested deeper than " + YamlFile.MAX_DEPTH + " levels: flatten it.");
            return Optional.empty();
        }
        events.getEvent(); // the end of the document
        if (!events.checkEvent(Event.ID.StreamEnd)) {
            report(
                    YamlFault.YAML_NOT_ALLOWED,
                    events.peekEvent().getStartMark(),
                    "A second document starts here: one file holds one document, so take the line --- out.");
        }
        return Optional.of(root);
    }

    private YamlNode node() {
        Event event = events.getEvent();
        refuseTagAndAnchor(event);
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        if (event instanceof CollectionStartEvent) {
            depth++;
            if (depth > YamlFile.MAX_DEPTH) {
                throw new TooDeep(event.getStartMark());
            }
            YamlNode collection = event.is(Event.ID.MappingStart) ? map(event) : list(event);
            depth--;
            return collection;
        }
        // An alias, already refused.
        return new YamlScalar(at(event.getStartMark()), "", "", false);
    }

    private YamlScalar scalar(ScalarEvent event) {
        String written = event.getValue();
        boolean quoted = event.getScalarStyle() != ScalarStyle.PLAIN;
        String text = Variables.fill(
                written,
                variables,
                unknown -> report(
                        YamlFault.VARIABLE_UNKNOWN,
                        event.getStartMark(),
                        "The variable " + unknown + " is not set: set it in the environment, or give a default as in ${"
                                + unknown + ":default}."));
        return new YamlScalar(at(event.getStartMark()), text, written, quoted);
    }

    private YamlList list(Event start) {
        List<YamlNode> items = new ArrayList<>();
        while (!events.checkEvent(Event.ID.SequenceEnd)) {
            items.add(node());
        }
        events.getEvent();
        return new YamlList(at(start.getStartMark()), items);
    }

    private YamlMap map(Event start) {
        Map<String, YamlMap.Entry> entries = new LinkedHashMap<>();
        while (!events.checkEvent(Event.ID.MappingEnd)) {
            Event keyEvent = events.peekEvent();
            YamlNode key = node();
            YamlNode value = node();
            if (!(key instanceof YamlScalar scalar)) {
                report(YamlFault.YAML_NOT_ALLOWED, keyEvent.getStartMark(), "A key must be a single value.");
                continue;
            }
            String name = scalar.written();
            YamlMap.Entry entry = new YamlMap.Entry(key.at(), name, value);
            YamlMap.Entry before = entries.putIfAbsent(name, entry);
            if (before != null) {
                report(
                        YamlFault.KEY_REPEATED,
                        keyEvent.getStartMark(),
                        "The key '" + name + "' stands already in line "
                                + before.at().line() + ": keep one of them.");
            }
        }
        events.getEvent();
        return new YamlMap(at(start.getStartMark()), entries);
    }

    private void refuseTagAndAnchor(Event event) {
        String tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent collection ? collection.getTag() : null;
        if (tag != null) {
            report(
                    YamlFault.YAML_NOT_ALLOWED,
                    event.getStartMark(),
                    "The tag '" + tag + "' is not allowed: take it out.");
        }
        boolean anchored = event instanceof NodeEvent node && node.getAnchor() != null;
        if (anchored) {
            String sign = event instanceof AliasEvent ? "The alias *" : "The anchor &";
            report(
                    YamlFault.YAML_NOT_ALLOWED,
                    event.getStartMark(),
                    sign + ((NodeEvent) event).getAnchor()
                            + " is not allowed: write the value out where it is needed.");
        }
    }

    private void report(YamlFault fault, Mark mark, String message) {
        problems.accept(Problem.error(fault, at(mark).place(), message));
    }

    private FileLine at(Mark mark) {
        return new FileLine(file, mark.getLine() + 1);
    }

    private static final class TooDeep extends MarkedYAMLException {
        TooDeep(Mark mark) {
            super("", mark, "too deep", mark);
        }
    }
}
