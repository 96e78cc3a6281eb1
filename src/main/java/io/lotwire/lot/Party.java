package io.lotwire.lot;

import java.util.List;

/**
 * A company or location.
 *
 * @param gln its GLN, null when not stated or not good
 * @param name its name, {@code ""} when not stated
 * @param ids its other numbers
 * @param address its address, null when not stated
 */
public record Party(Gln gln, String name, List<PartyId> ids, Address address) {
    public Party {
        ids = List.copyOf(ids);
    }
}
