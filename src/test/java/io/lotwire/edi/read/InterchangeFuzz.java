package io.lotwire.edi.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lotwire.edi.acknowledgement.Acknowledgements;
import io.lotwire.edi.envelope.GroupSummary;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.envelope.InterchangeSummary;
import io.lotwire.edi.segment.Limits;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.tree.Loop;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes of any kind, guided by the code they reach. Jazzer starts from the golden interchanges, X12 and EDIFACT; {@code mvn verify} gives
 * it some seconds, the profile {@code long} an hour.
 */
class InterchangeFuzz {
    private static final List<Path> GOLDEN =
            List.of(Path.of("src/test/resources/x12"), Path.of("src/test/resources/edifact"));
    private static final Limits SMALL = new Limits(1 << 12, 1 << 16, 1000, 8, 50, 100, 1000);

    static Stream<Arguments> someGoldenInterchanges() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path kind : GOLDEN) {
            try (Stream<Path> cases = Files.list(kind)) {
                cases.map(folder -> folder.resolve("in.edi")).sorted().forEach(files::add);
            }
        }
        return IntStream.range(0, files.size()).filter(file -> file % 4 == 0).mapToObj(file -> bytes(files.get(file)));
    }

    private static Arguments bytes(Path file) {
        try {
            return Arguments.of((Object) Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @MethodSource("someGoldenInterchanges")
    @FuzzTest(maxDuration = "1h")
    void anyBytesAreReadToTheEndInOneWayHoweverTheyArrive(byte[] bytes) throws IOException {
        Seen whole = new Seen();
        X12Parser.standard().with(SMALL).read("in.edi", ByteBuffer.wrap(bytes), whole);
        Seen inPieces = new Seen();
        X12Parser.standard().with(SMALL).read("in.edi", new Trickle(bytes), inPieces);

        assertThat(inPieces.said).isEqualTo(whole.said);
        assertThat(whole.said.size()).isLessThan(200 + bytes.length);
    }

    /** What a handler is told, and what segments and loops say when they are asked. */
    private static final class Seen implements InterchangeHandler {
        private final List<String> said = new ArrayList<>();

        @Override
        public void transactionSet(TransactionSet set) {
            said.add(set.id() + " " + set.controlNumber() + " " + set.version() + " " + set.loopNumbers());
            set.problems().forEach(problem -> said.add(problem.toString()));
            add(set.root());
            Acknowledgements.read(set).ifPresent(acknowledgement -> said.add(acknowledgement.toString()));
        }

        private void add(Loop loop) {
            StringBuilder own = new StringBuilder(loop.id());
            for (Segment segment : loop.segments()) {
                own.append('|').append(segment.number()).append(' ').append(segment);
                for (int element = 0; element <= segment.elementCount() + 1; element++) {
                    own.append(' ').append(segment.elementOffset(element)).append(segment.value(element));
                }
            }
            said.add(own.toString());
            loop.loops().forEach(this::add);
        }

        @Override
        public void groupEnds(InterchangeHeader interchange, GroupSummary group) {
            group.problems().forEach(this::problem);
        }

        @Override
        public void interchangeEnds(InterchangeSummary interchange) {
            said.add(interchange.verdict().name());
            interchange.problems().forEach(this::problem);
        }

        @Override
        public void problem(Problem problem) {
            said.add(problem.toString());
        }
    }

    /** Gives one byte, then two, then three, and so on up to some. */
    private static final class Trickle extends InputStream {
        private final ByteArrayInputStream bytes;
        private int next;

        Trickle(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int at, int count) {
            next = next % 7 + 1;
            return bytes.read(into, at, Math.min(count, next));
        }
    }
}
