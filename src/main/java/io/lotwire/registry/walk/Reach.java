package io.lotwire.registry.walk;

import io.lotwire.registry.TracedParty;
import java.util.List;
import java.util.Map;

/**
 * What has to do with some lots.
 *
 * @param sense which way they were followed
 * @param lots those that were asked for, and those that were come to
 * @param places the parties of all places
 */
public record Reach(Sense sense, List<ReachedLot> lots, Map<Integer, TracedParty> places) {
    public Reach {
        lots = List.copyOf(lots);
        places = Map.copyOf(places);
    }
}
