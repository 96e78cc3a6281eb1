package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Changes files under a gateway that runs, and hears what it says of the last change. */
final class ChangedFiles {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final GatewayUnderTest gateway;
    private int saidBefore;

    ChangedFiles(GatewayUnderTest gateway) {
        this.gateway = gateway;
    }

    /** Replaces a text that stands in a file. */
    void change(Path file, String from, String to) throws IOException {
        String before = Files.readString(file);
        assertThat(before).contains(from);
        write(file, before.replace(from, to));
    }

    /** Writes a file anew. */
    void write(Path file, String text) throws IOException {
        saidBefore = gateway.log().length();
        Files.writeString(file, text);
    }

    /** Deletes a file. */
    void delete(Path file) throws IOException {
        saidBefore = gateway.log().length();
        Files.delete(file);
    }

    /** Waits for words that the gateway says after the last change. */
    void said(String words) {
        await("the gateway says '" + words + "'").atMost(PATIENCE).until(() -> saidSince()
                .contains(words));
    }

    /** What the gateway has said since the last change. */
    String saidSince() {
        return gateway.log().substring(saidBefore);
    }
}
