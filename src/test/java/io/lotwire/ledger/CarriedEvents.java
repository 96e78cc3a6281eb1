package io.lotwire.ledger;

import io.lotwire.lot.json.LotEventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The lot events that a delivery carries. */
final class CarriedEvents {
    private CarriedEvents() {}

    /** Their names, in their order; as many as the delivery says. */
    static List<String> of(Ledger ledger, ToWrite delivery) {
        List<String> ids = new ArrayList<>();
        ledger.useTransaction(tx -> {
            try {
                tx.events()
                        .eachOfSet(
                                delivery.setId(),
                                delivery.events(),
                                json -> ids.add(EventSamples.name(
                                        LotEventJson.read(json).eventId())));
            } catch (IOException notRead) {
                throw new UncheckedIOException(notRead);
            }
        });
        if (ids.size() != delivery.events().count()) {
            throw new AssertionError(delivery.events().count() + " events were promised, there are " + ids);
        }
        return ids;
    }
}
