package io.lotwire.registry.walk;

import java.util.Map;

/**
 * A lot on a trail, with what happened to it there. What is sure is marked true, what only may be false.
 *
 * @param lot its number in the registry
 * @param depth how many runs of production it is away from the lot that was asked for, at least
 * @param sure whether it is sure that it has to do with that
 * @param flows its ways between places that are on the trail
 * @param entries where the trail goes from it into runs: forwards, inputs; backwards, outputs
 * @param exits where the trail comes to it from runs: forwards, outputs; backwards, inputs
 */
public record ReachedLot(
        long lot,
        int depth,
        boolean sure,
        Map<Flow, Boolean> flows,
        Map<Use, Boolean> entries,
        Map<Use, Boolean> exits) {
    public ReachedLot {
        flows = Map.copyOf(flows);
        entries = Map.copyOf(entries);
        exits = Map.copyOf(exits);
    }
}
