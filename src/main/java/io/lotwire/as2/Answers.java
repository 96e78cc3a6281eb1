package io.lotwire.as2;

import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.bytes.Octets;
import io.lotwire.as2.mdn.AsyncMdn;
import io.lotwire.as2.mdn.MdnRequest;
import io.lotwire.as2.mdn.MdnWriter;
import io.lotwire.as2.mime.MessageIdHeader;
import io.lotwire.as2.protection.Mic;
import io.lotwire.as2.refusal.Refusal;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a sender hears: an MDN where it asked for one, at once or later; else a status. */
final class Answers {
    /** Taken, and nothing more to say. */
    static final HttpAnswer EMPTY = new HttpAnswer(200, Map.of(), Octets.EMPTY);

    private final MdnWriter mdnWriter;

    /** @param clock against which our keys are valid */
    Answers(Clock clock) {
        this.mdnWriter = new MdnWriter(clock);
    }

    /**
     * An answer in its one or two parts.
     *
     * @param atOnce what the request is answered with
     * @param later the MDN that travels by itself, where one was asked for
     */
    record Answer(HttpAnswer atOnce, Optional<AsyncMdn> later) {}

    /** That a message was taken. */
    Answer taken(As2Agreement agreement, String messageId, MdnRequest request, Mic mic) throws IOException {
        return request.wanted()
                ? mdn(mdnWriter.processed(agreement, messageId, request, mic), request.asyncTo())
                : new Answer(EMPTY, Optional.empty());
    }

    /**
     * That a message was not taken. An MDN that is to travel by itself goes to an address that the agreement names,
     * whoever sent the message.
     */
    Answer refused(As2Agreement agreement, String messageId, MdnRequest request, Refusal refusal) throws IOException {
        return request.wanted() && MessageIdHeader.usable(messageId)
                ? mdn(mdnWriter.refused(agreement, messageId, request, refusal), request.asyncTo())
                : new Answer(HttpAnswer.text(refusal.status(), refusal.outward()), Optional.empty());
    }

    /** That a message was not taken whose body was not read. */
    static HttpAnswer unread(Refusal refusal) {
        return closing(HttpAnswer.text(refusal.status(), refusal.outward()));
    }

    /** The same answer, after which the connection ends: more of the request may be on the way. */
    static HttpAnswer closing(HttpAnswer answer) {
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        headers.put("Connection", "close");
        return new HttpAnswer(answer.status(), headers, answer.body());
    }

    private static Answer mdn(MdnWriter.Written mdn, Optional<URI> asyncTo) {
        return asyncTo.map(to -> new Answer(EMPTY, Optional.of(new AsyncMdn(to, mdn.headers(), mdn.body()))))
                .orElseGet(() -> new Answer(new HttpAnswer(200, mdn.headers(), mdn.body()), Optional.empty()));
    }
}
