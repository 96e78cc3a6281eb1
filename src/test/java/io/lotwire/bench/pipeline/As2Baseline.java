package io.lotwire.bench.pipeline;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.Sent;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.bytes.Content;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What the stand-in partner's AS2 server takes from senders whose messages are made beforehand. */
final class As2Baseline {
    private static final String CONTENT_TYPE = "application/ld+json";

    private final As2Agreement agreement = Agreements.with(Subscription.MANY_OVER_AS2);
    private final List<OutgoingMessage> messages = new ArrayList<>();
    private final URI to;

    /**
     * @param maker makes the messages
     * @param to the server
     * @param bodies of the messages
     */
    As2Baseline(Senders maker, URI to, List<byte[]> bodies) throws Exception {
        this.to = to;
        for (byte[] body : bodies) {
            messages.add(maker.message(agreement, Content.of(body), CONTENT_TYPE));
        }
    }

    /** Posts messages over so many connections that are kept, one after the other on each; every MDN is checked. */
    Times posts(int connections, int millis) throws Exception {
        return Repeated.together(connections, () -> {
            try (KeptConnection connection = new KeptConnection(to)) {
                return Repeated.during(millis, number -> {
                    Sent sent = connection
                            .post(messages.get(number % messages.size()))
                            .judged(agreement);
                    if (!(sent instanceof Sent.Confirmed)) {
                        throw new IOException("not confirmed: " + sent);
                    }
                });
            }
        });
    }
}
