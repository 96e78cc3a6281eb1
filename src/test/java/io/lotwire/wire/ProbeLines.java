package io.lotwire.wire;

import io.lotwire.embedded.BrokerAddress;
import io.lotwire.partner.Profile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Probes from this machine, and what came of them in short. */
public final class ProbeLines {
    private ProbeLines() {}

    /** A place that knows of nothing else. */
    public static ProbePlace place() {
        return place(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A place with these. */
    public static ProbePlace place(
            Optional<Profile> owner, Optional<InetSocketAddress> mailboxes, Optional<BrokerAddress> broker) {
        return new ProbePlace(owner, mailboxes, broker, Clock.systemUTC(), Duration.ofSeconds(5));
    }

    /** {@code port ok}, {@code port FAILED}, {@code port -} for each step. */
    public static List<String> of(List<ProbeStep> steps) {
        return steps.stream()
                .map(step -> step.name()
                        + (step instanceof ProbeStep.Passed
                                ? " ok"
                                : step instanceof ProbeStep.Failed ? " FAILED" : " -"))
                .toList();
    }

    /** What is wrong, of the one step that failed. */
    public static String failure(List<ProbeStep> steps) {
        List<ProbeStep.Failed> failed = steps.stream()
                .flatMap(step -> step instanceof ProbeStep.Failed each ? Stream.of(each) : Stream.empty())
                .toList();
        if (failed.size() != 1) {
            throw new AssertionError(failed.size() + " steps failed: " + steps);
        }
        return failed.get(0).why();
    }

    /** A port of loopback at which nobody listens. */
    public static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
