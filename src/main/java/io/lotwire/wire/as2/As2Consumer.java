package io.lotwire.wire.as2;

import io.lotwire.as2.HttpAnswer;
import io.lotwire.as2.Received;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** The start of the route that takes AS2 messages. */
final class As2Consumer extends DefaultConsumer {
    private final As2Component component;

    As2Consumer(As2Endpoint endpoint, As2Component component, Processor processor) {
        super(endpoint, processor);
        this.component = component;
    }

    HttpAnswer received(Received received) throws Exception {
        Exchange exchange = createExchange(false);
        try {
            exchange.getMessage().setBody(received);
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
            return exchange.getMessage().getMandatoryBody(HttpAnswer.class);
        } finally {
            releaseExchange(exchange, false);
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        component.consumer(this);
    }

    @Override
    protected void doStop() throws Exception {
        component.consumer(null);
        super.doStop();
    }
}
