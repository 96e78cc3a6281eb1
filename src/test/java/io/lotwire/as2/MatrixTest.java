package io.lotwire.as2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every combination with the openssl command as the other side, and the table of them in the documentation. The usual run
 * tries one in eleven, so that each algorithm, compression and receipt is met; {@code -Plong} tries all.
 * {@code -Plong -Dgolden.write=true} writes the table.
 */
class MatrixTest {
    private static final Path TABLE = Path.of("src/docs/as2-matrix.md");
    private static final boolean ALL = Boolean.getBoolean("lotwire.long");
    private static final int ONE_IN = 11;
    private static final int RECEIPTS = 4;

    @TempDir
    Path folder;

    /** An exchange of one combination. */
    @FunctionalInterface
    private interface Exchange {
        void run(Combination how) throws Exception;
    }

    @BeforeAll
    static void needOpenSsl() {
        Assumptions.assumeTrue(OpenSsl.installed(), "the openssl command is not installed");
    }

    @Test
    void everyCombinationPassesInBothDirectionsAndTheTableSaysSo() throws Exception {
        OpenSslPartner openssl = new OpenSslPartner(folder);
        List<String> failures = new ArrayList<>();
        String table = head()
                + "\n## They send, we receive\n\n" + table(openssl::sendsToUs, failures)
                + "\n## We send, they receive\n\n" + table(openssl::receivesFromUs, failures);

        if (ALL && Boolean.getBoolean("golden.write")) {
            Files.createDirectories(TABLE.getParent());
            Files.writeString(TABLE, table);
        }
        assertThat(failures).isEmpty();
        assertThat(TABLE).as("write it with -Plong -Dgolden.write=true").hasContent(table);
    }

    /** A combination that this run leaves out counts as the one that the full run has found: passed. */
    private String table(Exchange exchange, List<String> failures) throws Exception {
        Map<String, Map<String, Integer>> rows = new LinkedHashMap<>();
        Set<String> columns = new LinkedHashSet<>();
        int number = 0;
        for (Combination how : Combination.all()) {
            String row = label(how.sign()) + " | " + word(how.compression());
            columns.add(label(how.encrypt()));
            boolean passed = true;
            if (ALL || number++ % ONE_IN == 0) {
                try {
                    exchange.run(how);
                } catch (AssertionError | Exception failed) {
                    failures.add(how + ": " + failed);
                    passed = false;
                }
            }
            rows.computeIfAbsent(row, key -> new LinkedHashMap<>())
                    .merge(label(how.encrypt()), passed ? 1 : 0, Integer::sum);
        }
        StringBuilder table = new StringBuilder("| signature | compression | " + String.join(" | ", columns) + " |\n");
        table.append("| --- ".repeat(columns.size() + 2)).append("|\n");
        rows.forEach((row, cells) -> {
            table.append("| ").append(row);
            columns.forEach(column -> table.append(" | ").append(cell(cells.get(column))));
            table.append(" |\n");
        });
        return table.toString();
    }

    private static String cell(int passed) {
        return passed == RECEIPTS ? "yes" : passed + " of " + RECEIPTS;
    }

    private static String head() {
        return """
                # AS2 with another implementation

                Written by `MatrixTest`; do not edit. The other side is the `openssl` command with a small script around
                it, which shares no code with ours. `yes` means that payload and MIC are right to the byte with each of
                the four receipts: signed and unsigned, in the answer and in a message of its own.

                AES in GCM mode travels as authEnveloped-data. Compression "before signing" and "after signing" are the
                same where nothing is signed. SHA-1, 3DES and unsigned messages are taken because the test's agreement
                allows them; the usual agreement does not.
                """;
    }

    private static String label(Optional<?> algorithm) {
        if (algorithm.isEmpty()) {
            return "none";
        }
        return algorithm.get() instanceof EncryptionAlgorithm encryption
                ? encryption.label()
                : ((DigestAlgorithm) algorithm.get()).micName().replace("sha1", "sha-1");
    }

    private static String word(Compression compression) {
        return compression.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
