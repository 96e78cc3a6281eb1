package io.lotwire.registry;

import io.lotwire.lot.EventType;
import io.lotwire.lot.Reference;
import java.util.List;

/**
 * What one document says of the lot going from one party to another.
 *
 * @param type shipped, received or returned
 * @param when when, in ISO 8601 as exactly as stated; {@code ""} when not stated
 * @param loads how much, by logistic unit
 * @param document transaction set or message type, such as {@code 856}
 * @param documentNumber its business number, {@code ""} when it has none
 * @param partner whose document it is, by profile name
 * @param references the business documents it refers to
 * @param namesLot false when the document names only a logistic unit that held the lot; then the quantities are those
 *     that the unit held
 */
public record Movement(
        EventType type,
        TracedParty from,
        TracedParty to,
        String when,
        List<Load> loads,
        String document,
        String documentNumber,
        String partner,
        List<Reference> references,
        boolean namesLot) {
    public Movement {
        loads = List.copyOf(loads);
        references = List.copyOf(references);
    }
}
