package io.lotwire.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.EdifactSample;
import io.lotwire.edi.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentPageTest {
    private static final int MOST = SegmentPage.MOST_SEGMENTS;

    @TempDir
    private Path folder;

    @Test
    void aSmallDocumentIsOnePage() throws IOException {
        String text = Sample.shipNotice();
        SegmentPage page = SegmentPage.of(content(text), 0, MOST);

        assertThat(String.join("~", page.lines().stream().map(SegmentLine::text).toList()) + "~")
                .isEqualTo(text);
        assertThat(page.lines()).allSatisfy(line -> assertThat(text.substring((int) line.from(), (int) line.to()))
                .isEqualTo(line.text()));
        assertThat(page.previous()).isEmpty();
        assertThat(page.next()).isEmpty();
        assertThat(page.size()).isEqualTo(text.length());
    }

    @Test
    void aLineKnowsInWhichSetItStands() throws IOException {
        String text = EdifactSample.despatchAdvice() + "\n" + Sample.interchange("005010", "856", List.of("BSN*00*1"));

        assertThat(SegmentPage.of(content(text), 0, MOST).lines().stream()
                        .map(line -> line.id() + " " + line.kind().set() + " "
                                + line.kind().version())
                        .distinct())
                .contains("UNB  ", "UNH DESADV D96A", "UNT DESADV D96A", "UNZ  ")
                .contains("ISA  ", "GS  005010", "ST 856 005010", "SE 856 005010", "GE  005010");
    }

    @Test
    void allPagesTogetherAreTheDocumentThereAndBack() throws IOException {
        Content content = content(large(40_000));
        List<Integer> there = new ArrayList<>();
        SegmentPage page = SegmentPage.of(content, 0, MOST);
        page.lines().forEach(line -> there.add(line.number()));
        while (page.next().isPresent()) {
            page = SegmentPage.of(content, page.next().getAsLong(), MOST);
            page.lines().forEach(line -> there.add(line.number()));
        }
        Set<Integer> back = new TreeSet<>();
        SegmentPage last = SegmentPage.last(content, MOST);
        page = last;
        page.lines().forEach(line -> back.add(line.number()));
        while (page.previous().isPresent()) {
            page = SegmentPage.of(content, page.previous().getAsLong(), MOST);
            page.lines().forEach(line -> back.add(line.number()));
        }

        List<Integer> all =
                IntStream.rangeClosed(1, content.index().segments()).boxed().toList();
        assertThat(there).isEqualTo(all);
        assertThat(last.next()).isEmpty();
        assertThat(back).containsExactlyElementsOf(all);
    }

    @Test
    void aSegmentIsFoundByItsNumberAndByAnyOfItsBytes() throws IOException {
        Content content = content(large(40_000));
        SegmentLine line = SegmentPage.ofSegment(content, 31_111, MOST).lines().get(0);

        assertThat(line.number()).isEqualTo(31_111);
        assertThat(SegmentPage.of(content, line.from(), 1).lines())
                .extracting(SegmentLine::number)
                .containsExactly(31_111);
        assertThat(SegmentPage.of(content, line.to() - 1, 1).lines())
                .extracting(SegmentLine::number)
                .containsExactly(31_111);
        assertThat(line.kind()).isEqualTo(new SetKind("856", "004010"));
        assertThat(SegmentPage.ofSegment(content, 9_999_999, MOST).next()).isEmpty();
    }

    @Test
    void theFirstPageOfALargeDocumentIsReadWithoutTheRest() throws IOException {
        byte[] bytes = large(2_000_000).getBytes(StandardCharsets.UTF_8);
        ReadBytes read = new ReadBytes(bytes);

        SegmentPage page = SegmentPage.of(Content.of(read::open, bytes.length), 0, MOST);

        assertThat(page.lines()).hasSize(MOST);
        assertThat(page.next()).isPresent();
        assertThat(read.furthest()).isLessThanOrEqualTo(SegmentPage.MOST_BYTES);
    }

    @Test
    void aLongSegmentIsCutAndItsLengthIsKnown() throws IOException {
        for (int length : new int[] {5_000, 100_000, 3_000_000}) {
            String text = Sample.of("856", "BSN*00*1", "NTE*GEN*" + "x".repeat(length), "HL*1**S");
            Content content = content(text);
            SegmentLine nte =
                    SegmentPage.of(content, text.indexOf("NTE"), MOST).lines().get(0);

            assertThat(nte.isCut()).isTrue();
            assertThat(nte.id()).isEqualTo("NTE");
            assertThat(nte.length()).isEqualTo(length + 8L);
            assertThat(nte.text()).hasSize(SegmentPage.MOST_OF_SEGMENT).startsWith("NTE*GEN*x");
            assertThat(SegmentPage.whole(content, nte).length()).isEqualTo(nte.length());
            assertThat(SegmentPage.whole(content, nte).text()).hasSize(Math.min(length + 8, 1 << 20));
            assertThat(SegmentPage.of(content, nte.to() + 1, 1).lines())
                    .extracting(SegmentLine::id)
                    .containsExactly("HL");
        }
    }

    @Test
    void whatIsNoEdiHasAPageWithoutSegments() throws IOException {
        SegmentPage page = SegmentPage.of(content("{\"lots\":[]}\n".repeat(20_000)), 0, MOST);

        assertThat(page.lines()).isEmpty();
        assertThat(page.next()).isEmpty();
    }

    private Content content(String text) throws IOException {
        return Content.of(Files.writeString(Files.createTempFile(folder, "in", ".edi"), text));
    }

    /** A ship notice of so many segments, some of them long. */
    static String large(int segments) {
        List<String> body = new ArrayList<>(List.of("BSN*00*ASN-1*20260304*1430", "HL*1**S"));
        for (int i = 2; body.size() < segments; i++) {
            body.add("HL*" + i + "*1*I");
            body.add("LIN**UK*10614141000019*LT*LOT-" + i);
            body.add(i % 1000 == 0 ? "NTE*GEN*" + "x".repeat(70_000) : "SN1**" + i + "*CA");
        }
        return Sample.interchange("004010", "856", body);
    }
}
