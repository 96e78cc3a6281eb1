package io.lotwire.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Runs a test's main class in a process of its own, which the test then kills. */
final class OtherProcess {
    private OtherProcess() {}

    /** Starts it, and returns when it has printed a line that starts with {@code ready}. */
    static Process start(Class<?> main, Path folder) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        main.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Optional<String> ready =
                output.lines().filter(line -> line.startsWith("ready")).findFirst();
        assertThat(ready).as("the other process is ready").isPresent();
        return process;
    }

    /** Runs the embedded broker of a data folder, sends one message, and waits to be killed. */
    static final class WithBroker {
        private WithBroker() {}

        public static void main(String[] arguments) throws Exception {
            DataFolder folder = DataFolder.lock(Path.of(arguments[0]), "gateway");
            BrokerAddress address = EmbeddedBroker.start(folder).address();
            JMSContext jms =
                    new ActiveMQConnectionFactory(address.url(), address.user(), address.password()).createContext();
            jms.createProducer().send(jms.createQueue("lotwire.read"), "41");
            System.out.println("ready");
            Thread.currentThread().join();
        }
    }

    /** Runs the embedded database of a data folder until it is killed. */
    static final class WithDatabase {
        private WithDatabase() {}

        public static void main(String[] arguments) throws Exception {
            DataFolder folder = DataFolder.lock(Path.of(arguments[0]), "gateway");
            EmbeddedDatabase database = EmbeddedDatabase.start(folder);
            System.out.println("ready " + database.address());
            Thread.currentThread().join();
        }
    }
}
