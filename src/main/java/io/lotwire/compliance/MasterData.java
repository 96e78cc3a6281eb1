package io.lotwire.compliance;

import io.lotwire.lot.Item;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotSource;
import io.lotwire.lot.Party;

/** Who tells what an event's words stand for: where its locations are, and what its product is. */
public interface MasterData {
    /**
     * The location of a party of an event.
     *
     * @param party null when the event states none
     */
    Location location(Party party);

    /**
     * The traceability lot code source of a lot.
     *
     * @param source null when the event states none
     * @param event that states it
     */
    Location location(LotSource source, LotEvent event);

    /** The product of an event. */
    ProductDescription product(Item item);
}
