package io.lotwire.as2;

import io.lotwire.as2.bytes.Octets;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Collects an HTTP answer that should be an MDN, and stops reading one that is too large to be. */
final class LimitedAnswer implements HttpResponse.BodySubscriber<Octets> {
    /** The largest MDN read, in bytes. */
    static final int MDN_LIMIT = 1024 * 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<Octets> body = new CompletableFuture<>();
    private Flow.Subscription subscription;

    @Override
    public CompletionStage<Octets> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] chunk = new byte[Math.min(buffer.remaining(), MDN_LIMIT - bytes.size())];
            buffer.get(chunk);
            bytes.writeBytes(chunk);
            if (buffer.hasRemaining()) {
                subscription.cancel();
                onComplete();
                return;
            }
        }
    }

    @Override
    public void onError(Throwable problem) {
        body.completeExceptionally(problem);
    }

    @Override
    public void onComplete() {
        body.complete(Octets.of(bytes.toByteArray()));
    }
}
