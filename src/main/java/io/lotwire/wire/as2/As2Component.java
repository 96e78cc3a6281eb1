package io.lotwire.wire.as2;

import io.lotwire.as2.HttpAnswer;
import io.lotwire.as2.Received;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** The Camel component behind {@code as2:receive} and {@code as2:send}. */
@Named("as2")
@Singleton
public final class As2Component extends DefaultComponent {
    private final As2Delivery delivery;
    private volatile As2Consumer consumer;

    As2Component(As2Delivery delivery) {
        this.delivery = delivery;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new As2Endpoint(uri, this, As2Endpoint.Direction.of(remaining));
    }

    /**
     * Gives a received request to the route that consumes {@code as2:receive}.
     *
     * @return the answer that the route left as the message's body
     * @throws Exception what failed in the route: nothing was taken
     */
    HttpAnswer received(Received received) throws Exception {
        As2Consumer route = consumer;
        if (route == null) {
            throw new IllegalStateException("No route consumes as2:receive");
        }
        return route.received(received);
    }

    As2Delivery delivery() {
        return delivery;
    }

    void consumer(As2Consumer route) {
        this.consumer = route;
    }
}
