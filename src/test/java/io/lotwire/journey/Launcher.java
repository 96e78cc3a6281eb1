package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The launcher at the repository's root, as a user calls it. */
record Launcher(Path data) {
    private static final long PATIENCE_SECONDS = 120;

    /**
     * A command that ended.
     *
     * @param exitCode how
     * @param text what it printed on standard output and standard error
     */
    record Ended(int exitCode, String text) {}

    /** Runs a command on the data folder and waits for its end. */
    Ended run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        Path printed = Files.createTempFile("printed-", ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                        GatewayUnderTest.HOME.resolve("lotwire").toString())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.command().addAll(List.of(arguments));
        builder.environment().keySet().removeIf(name -> name.startsWith("LOTWIRE_"));
        builder.environment().put("LOTWIRE_DATA", data.toString());
        builder.environment().put("LOTWIRE_HTTP_PORT", "0");
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("it ends by itself")
                    .isTrue();
            return new Ended(process.exitValue(), Files.readString(printed));
        } finally {
            process.destroyForcibly();
            Files.delete(printed);
        }
    }
}
