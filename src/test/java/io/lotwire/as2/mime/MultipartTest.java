package io.lotwire.as2.mime;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.as2.bytes.Content;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Parts are found to the byte, whatever is in them. */
class MultipartTest {
    private static final String BOUNDARY = "b-1";
    private static final int LIMIT = 64 * 1024;

    @Property
    void eachPartHasTheBytesThatWerePutIntoIt(@ForAll @Size(min = 1, max = 4) List<@From("body") String> bodies)
            throws Exception {
        byte[] multipart = multipart(bodies);

        assertThat(bodies(Content.of(multipart))).isEqualTo(bodies);
    }

    @Property(tries = 20)
    void theyAreFoundInAFileTooAcrossTheEndsOfItsBlocks(
            @ForAll @Size(min = 1, max = 3) List<@From("body") String> bodies) throws Exception {
        List<String> large = bodies.stream()
                .map(body -> "x".repeat(Content.BUFFER - 60) + body)
                .toList();
        Path file = Files.createTempFile("multipart", "");
        try {
            Files.write(file, multipart(large));

            assertThat(bodies(Content.of(file))).isEqualTo(large);
        } finally {
            Files.delete(file);
        }
    }

    /** Lines of all kinds, some of which begin like a boundary and are none. */
    @Provide
    Arbitrary<String> body() {
        Arbitrary<String> line = Arbitraries.of(
                "", "-", "--", "--b", "--b-1x", "--b-1-", "--b-1--x", "--b-1 x", " --b-1", "ISA*00*~", "\r");
        Arbitrary<String> end = Arbitraries.of("\n", "\r\n", "");
        return line.flatMap(text -> end.map(text::concat))
                .list()
                .ofMaxSize(6)
                .map(lines -> String.join("", lines))
                .filter(body -> body.lines().noneMatch(text -> text.matches("--b-1(--)?[ \t\r]*")));
    }

    private static List<String> bodies(Content multipart) throws Exception {
        MimeHeaders headers = MimeHeaders.parse("Content-Type: multipart/mixed; boundary=" + BOUNDARY);
        List<String> bodies = new ArrayList<>();
        for (MimePart part : Multipart.split(MimePart.ofHttp(headers, multipart), 100, LIMIT)) {
            assertThat(part.headers().first("Content-Type")).isEqualTo("text/plain");
            try (InputStream in = part.body().open()) {
                bodies.add(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return bodies;
    }

    private static byte[] multipart(List<String> bodies) {
        StringBuilder text = new StringBuilder("a preamble\r\n");
        for (String body : bodies) {
            text.append("--" + BOUNDARY + " \r\nContent-Type: text/plain\r\n\r\n")
                    .append(body)
                    .append("\r\n");
        }
        return text.append("--" + BOUNDARY + "--\r\nan epilogue").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
