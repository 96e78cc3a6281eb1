package io.lotwire.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.JMSSecurityRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.apache.activemq.artemis.api.jms.management.JMSManagementHelper;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class EmbeddedBrokerTest {
    private static final long WAIT = 10_000;
    private static final int BATCH = 100;
    /** 80 MB of text in all. */
    private static final int BATCHES = 40;

    @TempDir
    private Path path;

    @Test
    void aMessageOutlivesTheBroker() throws Exception {
        try (DataFolder folder = DataFolder.lock(path, "gateway")) {
            BrokerAddress first;
            try (EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
                first = broker.address();
                try (JMSContext jms = connect(first, first.password())) {
                    jms.createProducer().send(jms.createQueue("lotwire.read"), "41");
                }
            }
            try (EmbeddedBroker broker = EmbeddedBroker.start(folder);
                    JMSContext jms = connect(broker.address(), broker.address().password())) {
                assertThat(broker.address()).isEqualTo(first);
                String text =
                        jms.createConsumer(jms.createQueue("lotwire.read")).receiveBody(String.class, WAIT);
                assertThat(text).isEqualTo("41");
            }
        }
    }

    @Test
    void aMessageOutlivesAKilledProcess() throws Exception {
        OtherProcess.start(OtherProcess.WithBroker.class, path)
                .destroyForcibly()
                .waitFor();
        try (DataFolder folder = DataFolder.lock(path, "gateway");
                EmbeddedBroker broker = EmbeddedBroker.start(folder);
                JMSContext jms = connect(broker.address(), broker.address().password())) {
            String text = jms.createConsumer(jms.createQueue("lotwire.read")).receiveBody(String.class, WAIT);
            assertThat(text).isEqualTo("41");
        }
    }

    @Test
    void letsNobodyInWithoutItsPassword() throws Exception {
        try (DataFolder folder = DataFolder.lock(path, "gateway");
                EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
            assertThatThrownBy(() -> connect(broker.address(), "guess").close())
                    .isInstanceOf(JMSSecurityRuntimeException.class);
            assertThat(broker.address().toString())
                    .doesNotContain(broker.address().password());
        }
    }

    @Test
    void listensOnLoopbackOnly() throws Exception {
        try (DataFolder folder = DataFolder.lock(path, "gateway");
                EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
            int port = Integer.parseInt(broker.address().url().replaceFirst(".*:", ""));
            for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                for (InetAddress address : Collections.list(network.getInetAddresses())) {
                    if (!address.isLoopbackAddress()) {
                        assertThatThrownBy(() -> new Socket(address, port).close())
                                .as("%s", address)
                                .isInstanceOf(IOException.class);
                    }
                }
            }
        }
    }

    @Test
    void messagesThatAreSoonTakenDoNotMakeTheJournalBeWrittenAnew() throws Exception {
        String text = "x".repeat(20_000);
        try (DataFolder folder = DataFolder.lock(path, "gateway");
                EmbeddedBroker broker = EmbeddedBroker.start(folder);
                JMSContext jms = transacted(broker.address())) {
            Queue queue = jms.createQueue("lots");
            JMSConsumer consumer = jms.createConsumer(queue);
            for (int batch = 0; batch < BATCHES; batch++) {
                for (int i = 0; i < BATCH; i++) {
                    jms.createProducer()
                            .setProperty("_AMQ_DUPL_ID", batch + "." + i)
                            .send(queue, text);
                }
                jms.commit();
                for (int i = 0; i < BATCH; i++) {
                    assertThat(consumer.receive(WAIT)).isNotNull();
                }
                jms.commit();
            }
            assertThat(broker.compactions()).isZero();
        }
    }

    @Test
    void aMessageThatNobodyCanTakeBecomesADeadLetter() throws Exception {
        try (DataFolder folder = DataFolder.lock(path, "gateway");
                EmbeddedBroker broker = EmbeddedBroker.start(folder);
                JMSContext jms = connect(broker.address(), broker.address().password())) {
            jms.createProducer().setProperty("x", 1).send(jms.createQueue("lotwire.translate"), "poison");
            AtomicInteger attempts = new AtomicInteger();
            jms.createConsumer(jms.createQueue("lotwire.translate")).setMessageListener(message -> {
                attempts.incrementAndGet();
                throw new JMSRuntimeException("cannot be translated");
            });
            try (JMSContext other = connect(broker.address(), broker.address().password())) {
                JMSConsumer deadLetters = other.createConsumer(other.createQueue(EmbeddedBroker.DEAD_LETTERS));
                Message dead = await("the dead letter")
                        .until(
                                () -> {
                                    letRedeliveriesBeDue(other, "lotwire.translate");
                                    return deadLetters.receiveNoWait();
                                },
                                Objects::nonNull);
                assertThat(dead.getBody(String.class)).isEqualTo("poison");
                assertThat(attempts).hasValue(EmbeddedBroker.MAX_DELIVERY_ATTEMPTS);
            }
        }
    }

    /** As if the waits between attempts were over. */
    private static void letRedeliveriesBeDue(JMSContext jms, String queue) throws JMSException {
        Message order = jms.createMessage();
        JMSManagementHelper.putOperationInvocation(
                order, ResourceNames.QUEUE + queue, "deliverScheduledMessages", "AMQPriority >= 0");
        jms.createProducer().send(jms.createQueue("activemq.management"), order);
    }

    private static JMSContext transacted(BrokerAddress address) {
        return new ActiveMQConnectionFactory(address.url(), address.user(), address.password())
                .createContext(JMSContext.SESSION_TRANSACTED);
    }

    private static JMSContext connect(BrokerAddress address, String password) {
        return new ActiveMQConnectionFactory(address.url(), address.user(), password).createContext();
    }
}
