package io.lotwire.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.partner.WireKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files of {@code routes/} fit the gateway's steps, each other, and what the gateway makes of them. */
class RoutesTest {
    private static final Path ROUTES = Path.of("routes");
    private static final Path FAULTY = Path.of("src/test/resources/routes");
    private static final Pattern DIRECT = Pattern.compile("\"direct:([^\"]+)\"");

    @Test
    void theRoutesHaveNoFaults() throws IOException {
        assertThat(RoutesLint.of(ROUTES).faults()).isEmpty();
    }

    @Test
    void everyKindOfFaultIsFoundAndSaidInASentence() throws IOException {
        assertThat(RoutesLint.of(FAULTY).faults())
                .containsExactlyElementsOf(Files.readAllLines(FAULTY.resolve("problems.txt")));
    }

    @Test
    void everyKindOfWireThatSendsHasATemplateToDeliverBy() throws IOException {
        Set<String> wanted = WireKind.all().stream()
                .filter(kind -> !kind.sendingKey().isEmpty())
                .map(kind -> "deliver-" + kind.word())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(RoutesLint.of(ROUTES).templates().keySet()).containsAll(wanted);
    }

    @Test
    void theTemplatesTakeTheParametersThatTheProfilesFill() throws IOException {
        assertThat(RoutesLint.of(ROUTES).templates())
                .isEqualTo(Map.ofEntries(
                        Map.entry("deliver-as2", Set.of("queue", "partner", "wire")),
                        Map.entry("deliver-as2-mdn", Set.of("queue", "partner", "wire")),
                        Map.entry("deliver-folder", Set.of("queue", "partner", "wire")),
                        Map.entry("deliver-jms", Set.of("queue", "partner", "wire", "kind", "destination")),
                        Map.entry("deliver-mail", Set.of("queue", "partner", "wire")),
                        Map.entry("deliver-mailbox", Set.of("queue", "partner", "wire")),
                        Map.entry(
                                "deliver-sftp",
                                Set.of(
                                        "queue",
                                        "partner",
                                        "wire",
                                        "host",
                                        "port",
                                        "directory",
                                        "user",
                                        "authentication",
                                        "hostKey")),
                        Map.entry("deliver-webhook", Set.of("queue", "partner", "wire")),
                        Map.entry("receive-folder", Set.of("partner", "place")),
                        Map.entry("receive-jms", Set.of("partner", "kind", "source")),
                        Map.entry(
                                "receive-sftp",
                                Set.of(
                                        "partner",
                                        "host",
                                        "port",
                                        "directory",
                                        "user",
                                        "authentication",
                                        "hostKey",
                                        "patterns",
                                        "minAge"))));
    }

    @Test
    void everyRouteThatTheStepsSendToExists() throws IOException {
        Set<String> called = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                Matcher uri = DIRECT.matcher(Files.readString(source));
                while (uri.find()) {
                    called.add("direct:" + uri.group(1));
                }
            }
        }

        assertThat(called).isNotEmpty();
        assertThat(RoutesLint.of(ROUTES).consumed()).containsAll(called);
    }
}
