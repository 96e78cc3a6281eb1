package io.lotwire.wire.as2;

import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;

/** {@code as2:receive} or {@code as2:send}. */
final class As2Endpoint extends DefaultEndpoint {
    private final As2Component component;
    private final Direction direction;

    /** Which way messages go. */
    enum Direction {
        RECEIVE,
        SEND;

        static Direction of(String remaining) {
            return switch (remaining) {
                case "receive" -> RECEIVE;
                case "send" -> SEND;
                default ->
                    throw new IllegalArgumentException(
                            "as2:" + remaining + " is no endpoint: write as2:receive or as2:send.");
            };
        }
    }

    As2Endpoint(String uri, As2Component component, Direction direction) {
        super(uri, component);
        this.component = component;
        this.direction = direction;
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        if (direction != Direction.RECEIVE) {
            throw new UnsupportedOperationException("as2:send cannot start a route: write as2:receive.");
        }
        return new As2Consumer(this, component, processor);
    }

    @Override
    public Producer createProducer() {
        if (direction != Direction.SEND) {
            throw new UnsupportedOperationException("Nothing can be sent to as2:receive: write as2:send.");
        }
        return new DefaultProducer(this) {
            @Override
            public void process(Exchange exchange) throws Exception {
                component.delivery().send(exchange);
            }
        };
    }
}
