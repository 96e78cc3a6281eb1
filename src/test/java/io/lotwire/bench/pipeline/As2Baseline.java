package io.lotwire.bench.pipeline;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.QuickSender;
import io.lotwire.as2.Sent;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.bytes.Content;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What the stand-in partner's AS2 server takes from the sender of the AS2 benchmark, whose messages are made beforehand. */
final class As2Baseline {
    private static final String CONTENT_TYPE = "application/ld+json";

    private static final int PATIENCE_MILLIS = 120_000;

    private final QuickSender sender = new QuickSender(PATIENCE_MILLIS);
    private final As2Agreement agreement;
    private final List<OutgoingMessage> messages = new ArrayList<>();
    private final URI to;

    /**
     * @param agreement as the gateway has it with the partner
     * @param maker makes the messages
     * @param to the server
     * @param bodies of the messages
     */
    As2Baseline(As2Agreement agreement, Senders maker, URI to, List<byte[]> bodies) throws Exception {
        this.agreement = agreement;
        this.to = to;
        for (byte[] body : bodies) {
            messages.add(maker.message(agreement, Content.of(body), CONTENT_TYPE));
        }
    }

    /** Posts messages by so many threads, one after the other in each; every MDN is checked. */
    Times posts(int threads, int millis) throws Exception {
        return Repeated.together(
                threads,
                () -> Repeated.during(millis, number -> {
                    OutgoingMessage message = messages.get(number % messages.size());
                    Sent sent = sender.post(message, to).judged(agreement);
                    if (!(sent instanceof Sent.Confirmed)) {
                        throw new IOException("not confirmed: " + sent);
                    }
                }));
    }
}
