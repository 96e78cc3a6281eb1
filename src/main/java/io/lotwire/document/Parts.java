package io.lotwire.document;

import io.lotwire.lot.EventSource;
import io.lotwire.lot.LotEvent;
import io.lotwire.partner.Subscription;
import java.io.IOException;
import java.util.Arrays;

/**
 * The documents that the events for a subscription are split into, as {@code split} in the profile says, and where they are more than
 * a document of the format holds. Each event is in one of them. What stands on one pallet stays in one document where it can, and
 * the events of each are in the order that they had.
 *
 * <p>It depends on the events and the subscription alone, and takes some bytes for an event.
 */
public final class Parts {
    /** The part of each event, from 0, by its position; null where all are in the first. */
    private final int[] parts;

    private final int[] sizes;

    private Parts(int[] parts, int[] sizes) {
        this.parts = parts;
        this.sizes = sizes;
    }

    /**
     * Splits events.
     *
     * @param events those that the subscription takes of one document, at least one
     */
    public static Parts of(EventSource events, Subscription subscription) throws IOException {
        Subscription.Split split = subscription.send().split();
        int most = subscription.send().mostEvents();
        if (split.by() == null && events.count() <= most) {
            return new Parts(null, new int[] {events.count()});
        }
        Splitting splitting = new Splitting(events.count(), split.by(), most);
        events.forEach(splitting::add);
        int[] parts = splitting.parts();
        int[] sizes = new int[splitting.count()];
        for (int part : parts) {
            sizes[part]++;
        }
        return new Parts(parts, sizes);
    }

    /** How many there are. */
    public int count() {
        return sizes.length;
    }

    /** One of them, from 1. */
    public Part part(int number) {
        return new Part(number, count());
    }

    /**
     * The part that an event is in, from 1.
     *
     * @param position the event's place among all, from 0
     */
    public int of(int position) {
        return parts == null ? 1 : parts[position] + 1;
    }

    /**
     * What belongs to the events, split as they are.
     *
     * @param values one for each event, in the same order
     * @return those of each part, in their order
     */
    public int[][] split(int[] values) {
        if (parts == null) {
            return new int[][] {values};
        }
        int[][] split = new int[sizes.length][];
        Arrays.setAll(split, part -> new int[sizes[part]]);
        int[] filled = new int[sizes.length];
        for (int i = 0; i < values.length; i++) {
            split[parts[i]][filled[parts[i]]++] = values[i];
        }
        return split;
    }

    /**
     * The events of a part.
     *
     * @param all those that were split
     * @param part its number, from 1
     */
    public EventSource events(EventSource all, int part) {
        return parts == null ? all : new Some(all, part);
    }

    private final class Some implements EventSource {
        private final EventSource all;
        private final int part;

        Some(EventSource all, int part) {
            this.all = all;
            this.part = part;
        }

        @Override
        public int count() {
            return sizes[part - 1];
        }

        @Override
        public void forEach(Taker taker) throws IOException {
            all.forEach(new Taker() {
                private int position;

                @Override
                public void take(LotEvent event) throws IOException {
                    if (of(position++) == part) {
                        taker.take(event);
                    }
                }
            });
        }
    }
}
