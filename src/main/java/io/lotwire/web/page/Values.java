package io.lotwire.web.page;

import io.lotwire.inspect.ElementView;
import io.lotwire.inspect.ValueMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The lot events that the segments of a page state, and from which bytes each of their values came. */
final class Values {
    /** Of a document for which they are not told. */
    static final Values NONE = new Values(new ValueMap(List.of(), List.of(), List.of(), List.of()), false);

    private final ValueMap map;
    private final boolean told;
    private final Map<Integer, List<Numbered>> bySegment = new HashMap<>();
    private final Map<Integer, List<ValueMap.Unread>> unread = new HashMap<>();

    /** A link with the number by which the page knows it. */
    private record Numbered(int number, ValueMap.Link link) {}

    private Values(ValueMap map, boolean told) {
        this.map = map;
        this.told = told;
        for (int i = 0; i < map.links().size(); i++) {
            ValueMap.Link link = map.links().get(i);
            bySegment.computeIfAbsent(link.segment(), none -> new ArrayList<>()).add(new Numbered(i, link));
        }
        map.unread().forEach(each -> unread.computeIfAbsent(each.segment(), none -> new ArrayList<>())
                .add(each));
    }

    /** Those of a map; of none where values cannot be told from bytes. */
    static Values of(Optional<ValueMap> map) {
        return map.map(each -> new Values(each, true)).orElse(NONE);
    }

    /**
     * A lot event.
     *
     * @param number its number in its transaction set, from 1
     * @param set the position of that in the file, from 1
     * @param segment the segment that states it
     * @param mapping by which it was read
     * @param values its values
     */
    record Event(int number, int set, int segment, String mapping, List<Value> values) {}

    /**
     * A value of a lot event.
     *
     * @param link by which the page knows where it came from
     * @param field of the event
     * @param value as it was sent
     * @param segment where it stands
     */
    record Value(String link, String field, String value, int segment) {}

    /** Whether they are told. */
    public boolean isTold() {
        return told;
    }

    /** What is wrong with the rules by which they are told. */
    public List<String> getProblems() {
        return map.problems();
    }

    /** How many places nobody reads. */
    public int getUnread() {
        return map.unread().size();
    }

    /** The segment of the first place that nobody reads; 0 for none. */
    public int getFirstUnread() {
        return map.unread().stream().mapToInt(ValueMap.Unread::segment).min().orElse(0);
    }

    /** The events, in the order of the document. */
    public List<Event> getEvents() {
        Map<String, List<Value>> values = new LinkedHashMap<>();
        for (int i = 0; i < map.links().size(); i++) {
            ValueMap.Link link = map.links().get(i);
            values.computeIfAbsent(link.set() + " " + link.event(), none -> new ArrayList<>())
                    .add(new Value(name(i), link.field(), link.value(), link.segment()));
        }
        return map.events().stream()
                .map(event -> new Event(
                        event.event(),
                        event.set(),
                        event.segment(),
                        event.mapping(),
                        values.getOrDefault(event.set() + " " + event.event(), List.of())))
                .toList();
    }

    private static String name(int number) {
        return "v" + number;
    }

    /** By which names the values that came from an element are known; {@code ""} where none did. */
    String links(int segment, ElementView element) {
        return bySegment.getOrDefault(segment, List.of()).stream()
                .filter(each -> each.link().from() < element.to()
                        && element.from() < each.link().to())
                .map(each -> name(each.number()))
                .collect(Collectors.joining(" "));
    }

    /** Whether nobody reads an element. */
    boolean isUnread(int segment, ElementView element) {
        return unread.getOrDefault(segment, List.of()).stream()
                .anyMatch(each -> each.from() < element.to() && element.from() < each.to());
    }
}
