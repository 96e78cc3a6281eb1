package io.lotwire.edi.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.Sample;
import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.grammar.Guide;
import io.lotwire.edi.segment.Element;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.SegmentCursor;
import io.lotwire.edi.tree.Loop;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.edi.tree.X12Path;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class X12ParserWaysTest {
    @TempDir
    Path folder;

    @Test
    void aFileIsATreeOfInterchangesGroupsSetsLoopsSegmentsAndElements() throws IOException {
        InterchangeFile file = X12Parser.standard().parse("in.edi", buffer(Sample.shipNotice()));

        Interchange interchange = file.interchanges().get(0);
        FunctionalGroup group = interchange.groups().get(0);
        TransactionSet set = group.transactionSets().get(0);
        Segment first = set.root().first();
        assertThat(interchange.header().controlNumber()).isEqualTo("000000101");
        assertThat(group.header().functionalId()).isEqualTo("SH");
        assertThat(first.value(1)).isEqualTo(Element.of("856"));
        assertThat(first.value(1).component(1, 1)).isEqualTo("856");
        assertThat(first.value(9).isEmpty()).isTrue();
        assertThat(file.transactionSets()).containsExactly(set);
    }

    @Test
    void aCursorGoesFromSegmentToSegmentAcrossInterchanges() throws IOException {
        String text = Sample.shipNotice() + "\n" + Sample.shipNotice();
        SegmentCursor cursor = X12Parser.standard().segments(buffer(text));
        List<String> segments = new ArrayList<>();
        List<String> offsets = new ArrayList<>();

        while (cursor.next()) {
            segments.add(cursor.segment().toString());
            offsets.add(text.substring((int) cursor.offset()).split("[*~]", 2)[0]);
            assertThat(cursor.number()).isEqualTo(segments.size());
            assertThat(cursor.element(1)).isEqualTo(cursor.segment().element(1));
        }

        assertThat(String.join("~", segments) + "~").isEqualTo(text.replace("\n", ""));
        assertThat(offsets)
                .isEqualTo(segments.stream()
                        .map(segment -> segment.split("\\*", 2)[0])
                        .toList());
    }

    @Test
    void aSetThatIsTooLargeForMemoryIsTheSameWhereverItsBytesComeFrom() throws IOException {
        List<String> body = new ArrayList<>(List.of("BSN*00*ASN-1*20260304*1430", "HL*1**S"));
        for (int i = 2; i < 120_000; i++) {
            body.add("HL*" + i + "*1*I");
            body.add("LIN**UK*10614141000019*LT*LOT-" + i);
            body.add("SN1**" + i + "*CA");
        }
        byte[] bytes = Sample.interchange("004010", "856", body).getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("large.edi"), bytes);
        X12Parser parser = X12Parser.standard();

        Lots fromStream = new Lots();
        parser.read("in.edi", new ByteArrayInputStream(bytes), fromStream);
        Lots fromBuffer = new Lots();
        parser.read("in.edi", ByteBuffer.wrap(bytes), fromBuffer);
        Lots fromFile = new Lots();
        parser.read(file, fromFile);

        assertThat(bytes.length).isGreaterThan(5 << 20);
        assertThat(fromStream.lots).hasSize(119_998).endsWith("LOT-119999 at " + lastLot(bytes));
        assertThat(fromBuffer.lots).isEqualTo(fromStream.lots);
        assertThat(fromFile.lots).isEqualTo(fromStream.lots);
    }

    private static int lastLot(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).lastIndexOf("LIN*");
    }

    @Test
    void aGuideNarrowsWhatItsPartnerMaySend() throws IOException {
        Guide guide = Guide.read(
                        "guide",
                        1,
                        "856",
                        "",
                        List.of("require N1[ST]-04", "require HL[I]/PID", "not-used HL/REF", "codes BSN-01 00"))
                .guide();
        Grammar narrowed = Grammar.standard().with(guide);
        String text = Sample.interchange(
                "004010",
                "856",
                List.of(
                        "BSN*05*ASN-1*20260304*1430",
                        "HL*1**S",
                        "REF*BM*1",
                        "N1*ST*Store",
                        "N1*SF*Farm",
                        "HL*2*1*I",
                        "LIN**LT*A"));

        InterchangeFile standard = X12Parser.standard().parse("in.edi", buffer(text));
        InterchangeFile guided =
                X12Parser.standard().with(interchange -> narrowed).parse("in.edi", buffer(text));

        assertThat(standard.transactionSets().get(0).problems()).isEmpty();
        assertThat(guided.transactionSets().get(0).problems())
                .extracting(problem -> problem.code().name() + " "
                        + problem.place().segmentId() + " " + problem.place().element())
                .containsExactlyInAnyOrder(
                        "CODE_NOT_USED BSN 1",
                        "SEGMENT_NOT_USED REF 0",
                        "ELEMENT_MISSING N1 4",
                        "SEGMENT_MISSING PID 0");
    }

    private static ByteBuffer buffer(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The lots of all levels, with their places. */
    private static final class Lots implements InterchangeHandler {
        private final X12Path lot = X12Path.parse("LIN/LT");
        private final List<String> lots = new ArrayList<>();

        @Override
        public void transactionSet(TransactionSet set) {
            assertThat(set.problems()).isEmpty();
            add(set.root());
        }

        private void add(Loop loop) {
            for (Loop inner : loop.loops()) {
                lot.all(inner)
                        .forEach(value ->
                                lots.add(value.text() + " at " + value.segment().offset()));
                add(inner);
            }
        }

        @Override
        public void problem(io.lotwire.problem.Problem problem) {
            throw new AssertionError(problem);
        }
    }
}
