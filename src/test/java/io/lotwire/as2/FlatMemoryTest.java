package io.lotwire.as2;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.agreement.SendingRules;
import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.protection.Compression;
import io.lotwire.as2.protection.DigestAlgorithm;
import io.lotwire.as2.protection.EncryptionAlgorithm;
import io.lotwire.as2.protection.Mic;
import java.io.File;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A payload larger than the heap is sent, received and confirmed, to the byte. */
class FlatMemoryTest {
    /** The usual run takes less; {@code -Plong} takes all of it. */
    private static final int MEGABYTES = Boolean.getBoolean("lotwire.long") ? 500 : 80;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"AES_256_CBC, NONE", "AES_256_GCM, AFTER_SIGNING"})
    void aPayloadLargerThanTheHeapOfSixtyFourMegabytesPassesInBothDirections(String encryption, String compression)
            throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        classPath(),
                        FlatMemoryTest.class.getName(),
                        folder.toString(),
                        encryption,
                        compression,
                        Integer.toString(MEGABYTES))
                .redirectErrorStream(true)
                .start();
        String said;
        try (InputStream output = process.getInputStream()) {
            said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(process.waitFor(15, TimeUnit.MINUTES)).isTrue();
        assertThat(said).contains("same bytes");
    }

    /** Only what AS2 uses: each further jar takes some of the small heap. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> Files.isDirectory(Path.of(entry))
                        || Path.of(entry)
                                .getFileName()
                                .toString()
                                .matches("(bc|AmazonCorretto|httpclient5|httpcore5|slf4j-api).*"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The process with the small heap. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Path payload = folder.resolve("large.edi");
        byte[] block = new byte[1024 * 1024];
        Random random = new Random(1);
        try (OutputStream out = Files.newOutputStream(payload)) {
            for (int i = 0; i < Integer.parseInt(arguments[3]); i++) {
                random.nextBytes(block);
                out.write(block);
            }
        }
        As2Agreement farm = TwoPartners.farmSide(SendingRules.standard()
                .encrypting(Optional.of(EncryptionAlgorithm.valueOf(arguments[1])))
                .compressing(Compression.valueOf(arguments[2])));
        OutgoingMessage message = TwoPartners.sender()
                .build(
                        farm,
                        List.of(new OutgoingPayload(Content.of(payload), "application/edi-x12", "large.edi")),
                        folder);
        Received received =
                TwoPartners.deliver(message, TwoPartners.hubSide(java.util.Set.of()), folder.resolve("spool"));
        if (received instanceof Received.Message arrived
                && sha256(arrived.payloads().get(0).content()).equals(sha256(Content.of(payload)))
                && arrived.mic().equals(message.mic())) {
            System.out.println("same bytes");
        } else {
            System.out.println(received);
        }
    }

    private static Mic sha256(Content bytes) throws Exception {
        return Mic.of(bytes, DigestAlgorithm.SHA_256);
    }
}
