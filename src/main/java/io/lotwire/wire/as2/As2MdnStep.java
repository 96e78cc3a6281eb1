package io.lotwire.wire.as2;

import io.lotwire.wire.Deliveries;
import io.lotwire.wire.Sending;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Takes receipts that are to be posted. */
@Named("receipts")
@ApplicationScoped
public class As2MdnStep {
    private final Deliveries deliveries;

    As2MdnStep(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** Takes what is due to a partner; null when nothing is. */
    public Sending take(String partner, String wire) throws InterruptedException {
        return deliveries.take(
                partner, wire, (tx, way, most, lease) -> tx.waitingDeliveries().takeMdns(way, most, lease));
    }
}
