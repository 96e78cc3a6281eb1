package io.lotwire.edi.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.envelope.GroupHeader;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.segment.Element;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.edi.write.Envelope;
import io.lotwire.edi.write.Written;
import io.lotwire.edi.write.X12Writer;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Good interchanges of the golden folders, as our own writers write them: one interchange, groups in order, no blank ends. */
class WrittenAgainTest {
    private static final List<Path> FOLDERS = List.of(Path.of("mappings/samples"), Path.of("src/test/resources/x12"));
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyMMddHHmm");

    static List<Path> goodInterchanges() throws IOException {
        List<Path> good = new ArrayList<>();
        for (Path folder : FOLDERS) {
            try (Stream<Path> cases = Files.walk(folder)) {
                cases.filter(file -> file.endsWith("in.edi") && isAsWeWrite(file))
                        .sorted()
                        .forEach(good::add);
            }
        }
        assertThat(good).hasSizeGreaterThan(30);
        return good;
    }

    /** Without a fault, and in the form that we write: a line for each segment, UTF-8, no empty elements at a segment's end. */
    private static boolean isAsWeWrite(Path file) {
        InterchangeFile read = read(bytes(file));
        boolean noFault = Stream.concat(read.problems().stream(), problemsIn(read))
                .findAny()
                .isEmpty();
        String text = text(bytes(file));
        return noFault
                && read.interchanges().size() == 1
                && read.interchanges().get(0).summary().acknowledgements().isEmpty()
                && text.lines().allMatch(line -> line.endsWith("~") && !line.endsWith("*~"))
                && text.startsWith("ISA")
                && text.indexOf('\uFFFD') < 0;
    }

    private static Stream<Problem> problemsIn(InterchangeFile file) {
        return file.interchanges().stream()
                .flatMap(interchange -> Stream.concat(
                        interchange.summary().problems().stream(),
                        interchange.groups().stream()
                                .flatMap(group -> Stream.concat(
                                        group.summary().problems().stream(),
                                        group.transactionSets().stream().flatMap(set -> set.problems().stream())))));
    }

    @ParameterizedTest
    @MethodSource("goodInterchanges")
    void whatIsReadAndWrittenAgainHasTheSameBytes(Path file) {
        byte[] sent = bytes(file);
        Interchange interchange = read(sent).interchanges().get(0);

        Written written = write(interchange);

        assertThat(written).isInstanceOf(Written.Interchange.class);
        assertThat(text(((Written.Interchange) written).bytes())).isEqualTo(text(sent));
    }

    private static Written write(Interchange interchange) {
        X12Writer writer = new X12Writer(envelope(interchange.header()));
        for (FunctionalGroup group : interchange.groups()) {
            GroupHeader header = group.header();
            writer.group(
                    header.functionalId(),
                    header.sender(),
                    header.receiver(),
                    Integer.parseInt(header.controlNumber()),
                    header.version());
            for (TransactionSet set : group.transactionSets()) {
                writer.set(set.id(), set.controlNumber(), set.header().element(3));
                for (Segment segment : body(set)) {
                    writer.segment(segment.id(), elements(segment));
                }
            }
        }
        return writer.end();
    }

    private static List<Segment> body(TransactionSet set) {
        List<Segment> all = set.segments();
        return all.subList(1, all.size() - 1);
    }

    private static List<Element> elements(Segment segment) {
        return IntStream.rangeClosed(1, segment.elementCount())
                .mapToObj(segment::value)
                .toList();
    }

    private static Envelope envelope(InterchangeHeader header) {
        return new Envelope(
                header.delimiters(),
                header.version(),
                header.senderQualifier(),
                header.sender(),
                header.receiverQualifier(),
                header.receiver(),
                LocalDateTime.parse(header.date() + header.time(), TIME),
                Integer.parseInt(header.controlNumber()),
                header.acknowledgmentRequested(),
                header.usage(),
                true);
    }

    private static InterchangeFile read(byte[] bytes) {
        try {
            return X12Parser.standard().parse("in.edi", ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
