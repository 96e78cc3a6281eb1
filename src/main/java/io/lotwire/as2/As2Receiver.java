package io.lotwire.as2;

import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.agreement.As2Ids;
import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.bytes.Octets;
import io.lotwire.as2.bytes.Spool;
import io.lotwire.as2.bytes.SpoolOutput;
import io.lotwire.as2.bytes.SpooledOutput;
import io.lotwire.as2.http.Answer;
import io.lotwire.as2.mdn.Mdn;
import io.lotwire.as2.mdn.MdnReader;
import io.lotwire.as2.mime.MessageIdHeader;
import io.lotwire.as2.mime.MimeHeaders;
import io.lotwire.as2.mime.MimePart;
import io.lotwire.as2.protection.Mic;
import io.lotwire.as2.refusal.As2Limits;
import io.lotwire.as2.refusal.Refusal;
import io.lotwire.as2.refusal.RefusalException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Receives AS2 messages and asynchronous MDNs. Safe for use by many threads; keeps nothing between requests. */
public final class As2Receiver {
    private final Path spool;
    private final As2Limits limits;
    private final Clock clock;
    private final Answers answers;

    /**
     * @param spool where a message that is not small gets a folder of its own; made when missing
     * @param limits the most that a message may be
     * @param clock against which certificates are valid
     */
    public As2Receiver(Path spool, As2Limits limits, Clock clock) {
        this.spool = spool;
        this.limits = limits;
        this.clock = clock;
        this.answers = new Answers(clock);
    }

    /**
     * Takes one request. Whatever the sender does wrong comes out as {@link Received.Refused}, with its answer.
     *
     * @param headers the HTTP headers; names in any case
     * @param body the HTTP body; read to its end unless the headers or its size rule it out
     * @param agreements the agreement for the names on a message, empty when there is none
     * @throws IOException when the sender's connection breaks or our own disk fails; nothing is kept, and a 503 is the
     *     answer if one can still be given
     */
    public Received receive(
            Map<String, List<String>> headers, InputStream body, Function<As2Ids, Optional<As2Agreement>> agreements)
            throws IOException {
        As2Request request = As2Request.of(MimeHeaders.ofHttp(headers));
        Optional<String> flaw = request.flaw(limits);
        if (flaw.isPresent()) {
            return refusedUnread(request, Refusal.NOT_AS2, flaw.get());
        }
        Optional<As2Agreement> agreement =
                agreements.apply(request.ids()).filter(found -> found.incoming().equals(request.ids()));
        if (agreement.isEmpty()) {
            return refusedUnread(request, Refusal.UNKNOWN_PARTNER, "No agreement covers " + request.ids());
        }
        Optional<URI> asyncTo = request.mdnRequest().asyncTo();
        if (asyncTo.isPresent() && !agreement.get().acceptance().asyncMdnUrls().contains(asyncTo.get())) {
            return refusedUnread(
                    request,
                    Refusal.ASYNC_MDN_NOT_ALLOWED,
                    "An asynchronous MDN was asked for to '" + asyncTo.get() + "', which the agreement does not name");
        }
        if (request.statedLength() > limits.bodyBytes()) {
            return refused(request, agreement.get(), Refusal.TOO_LARGE, tooLarge(), true);
        }
        Spool own = new Spool(spool);
        boolean kept = false;
        try {
            Received received = receive(request, agreement.get(), body, own);
            kept = received instanceof Received.Message;
            return received;
        } finally {
            if (!kept) {
                own.delete();
            }
        }
    }

    /**
     * What comes of a message (in place of itself) that was fine and is declined all the same: its Message-ID was used
     * before with other content, or it cannot be processed.
     */
    public Received.Refused decline(Received.Message message, Refusal refusal) throws IOException {
        Answers.Answer answer =
                answers.refused(message.agreement(), message.messageId(), message.mdnRequest(), refusal);
        return new Received.Refused(
                message.ids(), message.messageId(), refusal, refusal.outward(), answer.atOnce(), answer.later());
    }

    private Received receive(As2Request request, As2Agreement agreement, InputStream body, Spool own)
            throws IOException {
        Content whole;
        try {
            whole = spooled(body, own.output(limits.bodyBytes(), request.statedLength()));
        } catch (SpooledOutput.LimitExceeded e) {
            return refused(request, agreement, Refusal.TOO_LARGE, tooLarge(), true);
        }
        try {
            return read(request, agreement, own, whole);
        } catch (RefusalException e) {
            return refused(request, agreement, e.refusal(), e.getMessage(), false);
        } catch (SpoolOutput.SpoolException e) {
            throw e;
        } catch (IOException e) {
            return refused(
                    request,
                    agreement,
                    Refusal.MALFORMED,
                    "A transfer encoding cannot be read: " + e.getMessage(),
                    false);
        }
    }

    private String tooLarge() {
        return "The body is larger than " + limits.bodyBytes() + " bytes";
    }

    private static Content spooled(InputStream body, SpooledOutput to) throws IOException {
        try (to) {
            to.writeAll(body);
        }
        return to.content();
    }

    private Received read(As2Request request, As2Agreement agreement, Spool own, Content whole)
            throws IOException, RefusalException {
        MimePart outer = MimePart.ofHttp(request.headers(), whole);
        Unwrapping unwrapping = new Unwrapping(agreement, limits, clock.instant(), own);
        MimePart content = unwrapping.open(outer);
        if (MdnReader.isMdn(content)) {
            return mdnArrived(request, agreement, outer);
        }
        if (!MessageIdHeader.usable(request.messageId())) {
            throw new RefusalException(Refusal.NOT_AS2, "The header Message-ID is missing or unusable");
        }
        Mic mic = unwrapping.mic(content, request.mdnRequest());
        List<ReceivedPayload> payloads = Payloads.of(content, limits, own);
        Answers.Answer answer = answers.taken(agreement, request.messageId(), request.mdnRequest(), mic);
        return new Received.Message(
                request.messageId(),
                request.ids(),
                agreement,
                own,
                payloads,
                mic,
                unwrapping.protection(),
                request.mdnRequest(),
                answer.later(),
                answer.atOnce());
    }

    private Received mdnArrived(As2Request request, As2Agreement agreement, MimePart outer)
            throws IOException, RefusalException {
        if (outer.bodyLength() > Answer.MDN_LIMIT) {
            throw new RefusalException(Refusal.TOO_LARGE, "An MDN is larger than " + Answer.MDN_LIMIT + " bytes");
        }
        Octets body;
        try (InputStream in = outer.body().open()) {
            body = Octets.of(in.readAllBytes());
        }
        Mdn mdn = MdnReader.read(request.headers(), body, agreement, clock.instant())
                .orElseThrow(() ->
                        new RefusalException(Refusal.MALFORMED, "A multipart/report is no disposition notification"));
        return new Received.MdnArrived(request.ids(), agreement, mdn, Answers.EMPTY);
    }

    private static Received refusedUnread(As2Request request, Refusal refusal, String sentence) {
        return new Received.Refused(
                request.ids(), request.messageId(), refusal, sentence, Answers.unread(refusal), Optional.empty());
    }

    private Received.Refused refused(
            As2Request request, As2Agreement agreement, Refusal refusal, String sentence, boolean unread)
            throws IOException {
        Answers.Answer answer = answers.refused(agreement, request.messageId(), request.mdnRequest(), refusal);
        return new Received.Refused(
                request.ids(),
                request.messageId(),
                refusal,
                sentence,
                unread ? Answers.closing(answer.atOnce()) : answer.atOnce(),
                answer.later());
    }
}
