package io.lotwire.as2;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.as2.protection.Compression;
import io.lotwire.as2.protection.DigestAlgorithm;
import io.lotwire.as2.protection.EncryptionAlgorithm;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every combination with other implementations, and the table of them in the documentation. The usual run tries some, so
 * that each algorithm, compression and receipt is met with openssl and the most usual ways with the others; {@code -Plong}
 * tries all. What a table says is held by these exchanges: one that should pass must, one that cannot must fail as its
 * footnote tells. {@code -Dgolden.write=true} writes the table.
 */
class MatrixTest {
    private static final Path TABLE = Path.of("src/docs/tables/as2-matrix.md");
    private static final boolean ALL = Boolean.getBoolean("lotwire.long");
    private static final int ONE_IN = 11;
    private static final int RECEIPTS = 4;

    @TempDir
    Path folder;

    @Test
    void everyCombinationPassesWithOpensslInBothDirections() throws Exception {
        Assumptions.assumeTrue(OpenSsl.installed(), "the openssl command is not installed");
        List<Combination> some = new ArrayList<>();
        List<Combination> all = Combination.all();
        for (int i = 0; i < all.size(); i += ONE_IN) {
            some.add(all.get(i));
        }

        assertThat(surprises(new OpenSslPartner(folder), ALL ? all : some)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(PeerProcess.Product.class)
    void everyCombinationThatAnotherProductCanDoPassesInBothDirections(PeerProcess.Product product) throws Exception {
        List<Combination> usual = List.of(
                way(DigestAlgorithm.SHA_256, EncryptionAlgorithm.AES_256_CBC, Compression.NONE, false),
                way(DigestAlgorithm.SHA_512, EncryptionAlgorithm.AES_128_CBC, Compression.AFTER_SIGNING, true),
                way(DigestAlgorithm.SHA_256, null, Compression.NONE, true),
                way(null, EncryptionAlgorithm.TRIPLE_DES, Compression.NONE, false));
        try (Partner partner = new PeerPartner(product, folder)) {
            assertThat(surprises(partner, ALL ? Combination.all() : usual)).isEmpty();
        } catch (PeerProcess.NotBuilt notBuilt) {
            Assumptions.assumeTrue(ALL, notBuilt.getMessage());
            throw notBuilt;
        }
    }

    @Test
    void theTableInTheDocumentationSaysTheSame() throws Exception {
        List<String> titles = new ArrayList<>(List.of(OpenSslPartner.TITLE));
        for (PeerProcess.Product product : PeerProcess.Product.values()) {
            titles.add(product.title());
        }
        List<String> footnotes = new ArrayList<>();
        StringBuilder text = new StringBuilder(head());
        for (boolean theySend : new boolean[] {true, false}) {
            text.append(theySend ? "\n## They send, we receive\n" : "\n## We send, they receive\n");
            for (String title : titles) {
                text.append("\n### ").append(title).append("\n\n").append(table(title, theySend, footnotes));
            }
        }
        text.append("\n## Where it is not \"yes\"\n\n");
        for (int i = 0; i < footnotes.size(); i++) {
            text.append(i + 1).append(". ").append(footnotes.get(i)).append('\n');
        }

        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(TABLE.getParent());
            Files.writeString(TABLE, text);
        }
        assertThat(TABLE).as("write it with -Dgolden.write=true").hasContent(text.toString());
    }

    /** What did not come out as the table says. */
    private static List<String> surprises(Partner partner, List<Combination> combinations) {
        List<String> surprises = new ArrayList<>();
        for (boolean theySend : new boolean[] {true, false}) {
            for (Combination how : combinations) {
                Optional<Shortfall> known = Shortfall.of(partner.title(), theySend, how);
                Optional<String> failure = failure(partner, theySend, how);
                boolean asSaid = known.map(shortfall -> failure.filter(
                                        seen -> shortfall.seen().matcher(seen).find())
                                .isPresent())
                        .orElse(failure.isEmpty());
                if (!asSaid) {
                    surprises.add((theySend ? "they send " : "we send ") + how + ": " + failure.orElse("passed"));
                }
            }
        }
        return surprises;
    }

    private static Optional<String> failure(Partner partner, boolean theySend, Combination how) {
        try {
            if (theySend) {
                partner.sendsToUs(how);
            } else {
                partner.receivesFromUs(how);
            }
            return Optional.empty();
        } catch (AssertionError | Exception failed) {
            return Optional.of(failed.toString().replaceAll("\\s+", " "));
        }
    }

    private static String table(String title, boolean theySend, List<String> footnotes) {
        Map<String, Map<String, List<Combination>>> rows = new LinkedHashMap<>();
        Set<String> columns = new LinkedHashSet<>();
        for (Combination how : Combination.all()) {
            String row = label(how.sign()) + " | " + word(how.compression());
            columns.add(label(how.encrypt()));
            rows.computeIfAbsent(row, key -> new LinkedHashMap<>())
                    .computeIfAbsent(label(how.encrypt()), key -> new ArrayList<>())
                    .add(how);
        }
        StringBuilder table = new StringBuilder("| signature | compression | " + String.join(" | ", columns) + " |\n");
        table.append("| --- ".repeat(columns.size() + 2)).append("|\n");
        rows.forEach((row, cells) -> {
            table.append("| ").append(row);
            columns.forEach(column -> table.append(" | ").append(cell(title, theySend, cells.get(column), footnotes)));
            table.append(" |\n");
        });
        return table.toString();
    }

    private static String cell(String title, boolean theySend, List<Combination> cell, List<String> footnotes) {
        int passed = 0;
        Set<String> notes = new LinkedHashSet<>();
        for (Combination how : cell) {
            Optional<Shortfall> known = Shortfall.of(title, theySend, how);
            if (known.isEmpty()) {
                passed++;
                continue;
            }
            if (!footnotes.contains(known.get().why())) {
                footnotes.add(known.get().why());
            }
            notes.add("(" + (footnotes.indexOf(known.get().why()) + 1) + ")");
        }
        String said = passed == RECEIPTS ? "yes" : passed == 0 ? "no" : passed + " of " + RECEIPTS;
        return notes.isEmpty() ? said : said + " " + String.join(" ", notes);
    }

    private static Combination way(
            DigestAlgorithm sign, EncryptionAlgorithm encrypt, Compression compression, boolean asyncMdn) {
        return new Combination(Optional.ofNullable(sign), Optional.ofNullable(encrypt), compression, true, asyncMdn);
    }

    private static String head() {
        return """
                # AS2 with other implementations

                Written by `MatrixTest`; do not edit. `yes` means that payload and MIC are right to the byte with each of
                the four receipts: signed and unsigned, in the answer and in a message of its own. `2 of 4` means that two
                of them are; the number in brackets tells why below.

                openssl is the command with a small script around it, which shares no code with ours. as2-lib and OpenAS2
                run as servers in processes of their own, with their own modules for sending, receiving and receipts, and
                exchange with ours over HTTP.

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
