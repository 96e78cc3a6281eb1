package io.lotwire.as2.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.MalformedURLException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.net.URIAuthority;

/** A request and its answer, once. */
public final class Exchange {
    private final HttpSender sender;
    private final Request asked;
    private final HttpUriRequestBase request;
    private final Duration timeout;
    private final long start = System.nanoTime();
    private volatile Thread thread;

    Exchange(HttpSender sender, Request asked, Duration timeout) {
        this.sender = sender;
        this.asked = asked;
        this.timeout = timeout;
        this.request = new HttpUriRequestBase(asked.method(), asked.to());
        // Without the name and password that an address may have in it: they are not for the wire (RFC 9110, 4.2.4).
        if (asked.to().getHost() != null) {
            request.setAuthority(
                    new URIAuthority(asked.to().getHost(), asked.to().getPort()));
        }
        asked.headers().forEach(request::addHeader);
        if (asked.method().equals("POST")) {
            request.setEntity(new ContentEntity(asked.body()));
        }
    }

    /**
     * Sends and waits for the answer, in the caller's thread.
     *
     * @throws TimeoutException when the full answer is not there in time; its message says what was missing
     * @throws InterruptedException when the thread is interrupted; the exchange is broken off
     * @throws MalformedURLException when the address is none that something can be sent to
     * @throws IOException when the connection cannot be made or breaks, or the exchange is {@linkplain #cancel cancelled}
     */
    public Answer run() throws IOException, TimeoutException, InterruptedException {
        asked.check();
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        thread = Thread.currentThread();
        Watch.OF_ALL.begins(this);
        try {
            return answer();
        } catch (ConnectTimeoutException late) {
            throw new TimeoutException("No connection to " + asked.to() + " within "
                    + sender.connectTimeout().toSeconds() + " s");
        } catch (IOException | RuntimeException broken) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (!request.isCancelled()) {
                throw broken;
            }
            if (isLate()) {
                throw new TimeoutException(
                        "No full answer from " + asked.to() + " within " + timeout.toSeconds() + " s");
            }
            throw new IOException("The exchange was broken off", broken);
        } finally {
            Watch.OF_ALL.ends(this, sender.connections());
        }
    }

    /** Breaks the exchange off, by whichever thread; before it began, it will not. Has no effect when it is over. */
    public void cancel() {
        request.cancel();
    }

    void breakOffWhenDue() {
        if (isLate() || thread.isInterrupted()) {
            cancel();
        }
    }

    private boolean isLate() {
        return System.nanoTime() - start >= timeout.toNanos();
    }

    /**
     * Repeats the request once when the connection was closed while nobody used it. It is the same message under the same
     * Message-ID, which would be sent again later anyway. The other kept connections are closed, for they are likely to be
     * as useless, and the repeat is to find a new one.
     */
    private Answer answer() throws IOException {
        try {
            return once();
        } catch (ClosedMeanwhileException closed) {
            sender.closeIdle();
            return once();
        }
    }

    private Answer once() throws IOException {
        try (ClassicHttpResponse response = sender.execute(request)) {
            return Answer.read(response);
        } catch (HttpHostConnectException refused) {
            throw plain(refused);
        }
    }

    /** The library's sentence begins with the address, which who reports it names as well. */
    private static ConnectException plain(HttpHostConnectException refused) {
        String sentence = refused.getMessage();
        String before = " failed: ";
        int at = sentence.indexOf(before);
        ConnectException plain = new ConnectException(at < 0 ? sentence : sentence.substring(at + before.length()));
        plain.setStackTrace(refused.getStackTrace());
        return plain;
    }
}
