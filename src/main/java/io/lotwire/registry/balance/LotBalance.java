package io.lotwire.registry.balance;

import io.lotwire.registry.TracedParty;
import io.lotwire.registry.walk.LotName;
import java.util.List;

/**
 * The book of a lot.
 *
 * @param lot the lot
 * @param places what is told of it at each place
 * @param consignments what was sent from place to place, in the order of time
 * @param counts what was seen of it, in the order of time
 * @param lines the lines of the book, in the order of time
 * @param beginnings where the lot begins: what left there need not have come
 */
public record LotBalance(
        LotName lot,
        List<PlaceBalance> places,
        List<Consignment> consignments,
        List<Count> counts,
        List<Line> lines,
        List<TracedParty> beginnings) {
    public LotBalance {
        places = List.copyOf(places);
        consignments = List.copyOf(consignments);
        counts = List.copyOf(counts);
        lines = List.copyOf(lines);
        beginnings = List.copyOf(beginnings);
    }

    /** What is under way as far as documents tell, in the order of time. */
    public List<Consignment> underWay() {
        return consignments.stream().filter(each -> !each.underWay().isNone()).toList();
    }

    /** Whether the lot begins at a place, so that what left there need not have come. */
    public boolean beginsAt(TracedParty place) {
        return beginnings.contains(place);
    }

    /** Whether nothing is told of it. */
    public boolean isEmpty() {
        return places.isEmpty() && consignments.isEmpty() && counts.isEmpty();
    }
}
