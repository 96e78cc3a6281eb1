package io.lotwire.inspect;

import java.util.List;

/**
 * Which value of a lot event came from which bytes of a document, for the events that some of its segments state.
 *
 * @param events the lot events, in the order of the document
 * @param links where their values were taken; also from segments outside, such as the document's number from its beginning
 * @param unread places in the segments of which nothing was told; segments that only hold others are not listed
 * @param problems what is wrong with the rules that it was explained by
 */
public record ValueMap(List<Made> events, List<Link> links, List<Unread> unread, List<String> problems) {
    public ValueMap {
        events = List.copyOf(events);
        links = List.copyOf(links);
        unread = List.copyOf(unread);
        problems = List.copyOf(problems);
    }

    /**
     * An event that was made now. It is the one that was stored when that has its id.
     *
     * @param set position in the file, from 1, of the transaction set that it is of
     * @param event its number in that set, from 1
     * @param eventId its id; a sender's code lists, which are not looked at here, can change other values, never this
     * @param segment number of the segment that states it
     * @param mapping name and edition of the mapping that made it
     */
    public record Made(int set, int event, String eventId, int segment, String mapping) {}

    /**
     * A value and its bytes.
     *
     * @param set position in the file of the transaction set, from 1
     * @param event the event's number in that set, from 1
     * @param eventId its id
     * @param field the event's field, such as {@code lot.code}; {@code document.number} is that of the document
     * @param place the place in the mapping, such as {@code LIN/LT}
     * @param value what was taken there, as sent
     * @param segment number of the segment in the document
     * @param element its element, from 1
     * @param component its component, from 1; 0 for all of it
     * @param from byte offset of the value's first byte
     * @param to byte offset behind its last
     */
    public record Link(
            int set,
            int event,
            String eventId,
            String field,
            String place,
            String value,
            int segment,
            int element,
            int component,
            long from,
            long to) {}

    /**
     * A place that nobody reads.
     *
     * @param segment number of the segment in the document
     * @param element its element, from 1; 0 for the segment as a whole
     * @param component its component, from 1; 0 for all of it
     * @param from byte offset of the first byte
     * @param to byte offset behind the last
     */
    public record Unread(int segment, int element, int component, long from, long to) {}
}
