package io.lotwire.inspect;

import io.lotwire.edi.segment.ByteRange;
import io.lotwire.edi.segment.ElementPlace;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.inspect.ValueMap.Link;
import io.lotwire.inspect.ValueMap.Made;
import io.lotwire.inspect.ValueMap.Unread;
import io.lotwire.lot.LotEvent;
import io.lotwire.mapping.Explanation;
import java.util.ArrayList;
import java.util.List;

/** Takes down where the values of events were taken. */
final class LinkTaker implements Explanation {
    private final List<Made> events = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private int set;

    /** A set begins, which has this position in the file. */
    void begin(int position) {
        set = position;
    }

    @Override
    public void event(LotEvent event, List<Taken> taken) {
        throw new IllegalStateException("events are told with their numbers");
    }

    @Override
    public void event(int number, LotEvent event, List<Taken> taken) {
        events.add(new Made(
                set,
                number,
                event.eventId(),
                event.source().segment(),
                event.source().mapping()));
        for (Taken each : taken) {
            ElementPlace at = each.at();
            ByteRange bytes = at.bytes();
            links.add(new Link(
                    set,
                    number,
                    event.eventId(),
                    each.field(),
                    each.place(),
                    each.value(),
                    at.segment().number(),
                    at.element(),
                    at.component(),
                    bytes.from(),
                    bytes.to()));
        }
    }

    @Override
    public void unread(NotMapped place) {
        ByteRange bytes = place.at().bytes();
        unread.add(new Unread(place.first().number(), place.element(), place.component(), bytes.from(), bytes.to()));
    }

    @Override
    public void notMapped(TransactionSet ended, List<NotMapped> places) {
        // Each was told by itself.
    }

    ValueMap map(List<String> problems) {
        return new ValueMap(events, links, unread, problems);
    }
}
