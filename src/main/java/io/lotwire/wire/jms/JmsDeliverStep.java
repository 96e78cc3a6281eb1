package io.lotwire.wire.jms;

import io.lotwire.wire.Deliveries;
import io.lotwire.wire.ExchangeNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Map;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Handler;

/** What came of a message that was put on a queue or topic. */
@Named("deliverJms")
@ApplicationScoped
public class JmsDeliverStep {
    private final Deliveries deliveries;

    JmsDeliverStep(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** The broker has the message on disk. */
    @Handler
    public void sent(@ExchangeProperty(ExchangeNames.DELIVERY) long deliveryId) {
        deliveries.confirm(deliveryId, "message committed by the broker", Map.of());
    }
}
