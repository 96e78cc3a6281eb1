package io.lotwire.bench.pipeline;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.QuickSender;
import io.lotwire.as2.Sent;
import io.lotwire.as2.agreement.As2Agreement;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What the stand-in partner's AS2 server takes from one sender. */
final class As2Baseline {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final String CONTENT_TYPE = "application/ld+json";

    private As2Baseline() {}

    /** Posts messages with these bodies, one after the other, each MDN checked. */
    static Times messages(Senders maker, URI to, List<byte[]> bodies, int millis) throws Exception {
        As2Agreement agreement = Agreements.with(Subscription.MANY_OVER_AS2);
        List<OutgoingMessage> messages = new ArrayList<>();
        for (byte[] body : bodies) {
            messages.add(maker.message(agreement, body, CONTENT_TYPE));
        }
        QuickSender sender = new QuickSender(PATIENCE_MILLIS);
        return Repeated.during(millis, number -> {
            Sent sent = sender.post(messages.get(number % messages.size()), to).judged(agreement);
            if (!(sent instanceof Sent.Confirmed)) {
                throw new IOException("not confirmed: " + sent);
            }
        });
    }
}
