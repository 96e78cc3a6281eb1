package io.lotwire.wire.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.embedded.BrokerAddress;
import io.lotwire.embedded.DataFolder;
import io.lotwire.embedded.EmbeddedBroker;
import io.lotwire.wire.ProbeLines;
import io.lotwire.wire.ProbeStep;
import io.lotwire.yaml.FileLine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JmsProbeTest {
    private static final JmsWire WIRE = new JmsWire(
            new JmsWire.Destination(JmsWire.Kind.QUEUE, "erp.lot-events"),
            new JmsWire.Destination(JmsWire.Kind.TOPIC, "erp.orders"),
            new FileLine("acme.yaml", 1));

    @TempDir
    Path folder;

    @Test
    void eachStepToTheBrokerIsToldAndAWrongPasswordFails() throws Exception {
        try (DataFolder data = DataFolder.lock(folder, "test");
                EmbeddedBroker broker = EmbeddedBroker.start(data)) {
            BrokerAddress address = broker.address();
            assertThat(ProbeLines.of(probe(Optional.of(address))))
                    .containsExactly(
                            "setting ok", "broker ok", "login ok", "send erp.lot-events ok", "receive erp.orders ok");

            List<ProbeStep> stranger =
                    probe(Optional.of(new BrokerAddress(address.url(), address.user(), "wrong-but-secret")));
            assertThat(ProbeLines.of(stranger))
                    .containsExactly(
                            "setting ok", "broker ok", "login FAILED", "send erp.lot-events -", "receive erp.orders -");
            assertThat(stranger.toString()).doesNotContain("wrong-but-secret");
        }
    }

    @Test
    void aBrokerThatHasNeverRunFails() {
        assertThat(ProbeLines.of(probe(Optional.empty()))).startsWith("setting FAILED", "broker -", "login -");
    }

    @Test
    void aBrokerThatDoesNotRunFails() throws Exception {
        String url = "tcp://127.0.0.1:" + ProbeLines.freePort();

        assertThat(ProbeLines.of(probe(Optional.of(new BrokerAddress(url, "", "")))))
                .startsWith("setting ok", "broker FAILED", "login -");
    }

    private static List<ProbeStep> probe(Optional<BrokerAddress> broker) {
        return new JmsProbe().run(WIRE, ProbeLines.place(Optional.empty(), Optional.empty(), broker));
    }
}
