package io.lotwire.edi.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.EdifactSample;
import io.lotwire.edi.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MarkPropertiesTest {
    /** So short that some of the segments made here are beyond it, but no UNB. */
    private static final int SHORT = 80;

    private static final List<String> X12_PIECES =
            List.of("LIN*1*UK*2", "BIN*7*~*~~~*~", "BIN*99*~", "SN1**5*CA", "REF*LT*A>B^C", "N1", "\n", " ", "*");
    private static final List<String> EDIFACT_PIECES = List.of(
            "LIN+1++2:EN", "FTX+AAI+++A?'B??", "RFF+ON:?+1?:", "BIN+3+'''", "?", "?'?'?'?'", "\r\n", "DTM+137:1:102");

    private record Found(int number, long offset, long end, long next, boolean oversized, List<String> bytes) {}

    @Property(tries = 2000)
    void theSegmentsBehindAMarkAreThoseOfTheWholeFile(
            @ForAll("files") byte[] file,
            @ForAll boolean oversizedToo,
            @ForAll boolean tight,
            @ForAll @IntRange(min = 1, max = 700) int chunk)
            throws IOException {
        Limits limits = tight ? limits(SHORT) : Limits.USUAL;
        List<Mark> marks = new ArrayList<>();
        SegmentCursor whole = show(new SegmentCursor(new Tokenizer(chunks(file, 0, 1 << 16), limits)), oversizedToo);
        List<Found> all = rest(whole, marks);

        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            ByteSource source = chunks(file, (int) mark.offset(), chunk);
            assertThat(rest(show(SegmentCursor.from(source, limits, mark), oversizedToo), new ArrayList<>()))
                    .as("after mark %s", mark)
                    .isEqualTo(all.subList(i, all.size()));
        }
    }

    @Test
    void aSegmentBeyondTheLimitIsToldWithItsPlace() throws IOException {
        String text = EdifactSample.of("DESADV:D:96A", "FTX+AAI+++" + "A?'".repeat(40), "BGM+351+1+9");
        byte[] file = text.getBytes(StandardCharsets.ISO_8859_1);
        SegmentCursor cursor = new SegmentCursor(new Tokenizer(chunks(file, 0, 50), limits(SHORT))).showingOversized();
        List<String> seen = new ArrayList<>();

        while (cursor.next()) {
            if (cursor.isOversized()) {
                seen.add(cursor.number() + " " + SegmentId.text(cursor.id()) + " "
                        + text.substring((int) cursor.offset(), (int) cursor.endOffset()));
            }
        }

        assertThat(seen).containsExactly("3 FTX FTX+AAI+++" + "A?'".repeat(40));
        assertThat(cursor.number()).isEqualTo(6);
    }

    @Provide
    Arbitrary<byte[]> files() {
        Arbitrary<String> x12 = interchanges(X12_PIECES, MarkPropertiesTest::x12);
        Arbitrary<String> edifact = interchanges(EDIFACT_PIECES, MarkPropertiesTest::edifact);
        Arbitrary<String> between = Arbitraries.of("", "\n", "\r\n\r\n", "foreign text ", "ISA*00", "UNA:");
        return Combinators.combine(Arbitraries.oneOf(x12, edifact), between)
                .as((interchange, text) -> interchange + text)
                .list()
                .ofMaxSize(4)
                .map(list -> String.join("", list).getBytes(StandardCharsets.ISO_8859_1));
    }

    private interface Wrapping {
        String around(List<String> body, int variant);
    }

    private static Arbitrary<String> interchanges(List<String> pieces, Wrapping wrapping) {
        Arbitrary<List<String>> bodies = Arbitraries.of(pieces)
                .list()
                .ofMinSize(1)
                .ofMaxSize(7)
                .map(some -> String.join("", some))
                .list()
                .ofMaxSize(12);
        return Combinators.combine(bodies, Arbitraries.integers().between(0, 3)).as(wrapping::around);
    }

    /** With the usual separators, with line ends for terminators, with line ends behind them, and without a trailer. */
    private static String x12(List<String> body, int variant) {
        String usual = Sample.interchange("004010", "856", body);
        return switch (variant) {
            case 0 -> usual;
            case 1 -> usual.replace("\n", "").replace('*', '|').replace("~", "\n");
            case 2 -> usual.replace("~", "~\r\n").replace('>', ':');
            default -> usual.substring(0, usual.indexOf("IEA")).replace('*', '\u001d');
        };
    }

    /** Without UNA, with one, with one that names other separators, and with one but without a trailer. */
    private static String edifact(List<String> body, int variant) {
        String usual = EdifactSample.of("DESADV:D:96A", body.toArray(String[]::new));
        return switch (variant) {
            case 0 -> usual;
            case 1 -> "UNA:+.? '" + usual;
            case 2 ->
                "UNA|#.\\ ~"
                        + usual.replace(':', '|')
                                .replace('+', '#')
                                .replace('\'', '~')
                                .replace('?', '\\');
            default -> "UNA:+.? '\r\n" + usual.substring(0, usual.indexOf("UNZ"));
        };
    }

    private static SegmentCursor show(SegmentCursor cursor, boolean oversizedToo) {
        return oversizedToo ? cursor.showingOversized() : cursor;
    }

    private static List<Found> rest(SegmentCursor cursor, List<Mark> marks) throws IOException {
        List<Found> found = new ArrayList<>();
        marks.add(cursor.mark());
        while (cursor.next()) {
            found.add(new Found(
                    cursor.number(),
                    cursor.offset(),
                    cursor.endOffset(),
                    cursor.nextOffset(),
                    cursor.isOversized(),
                    cursor.isOversized() ? List.of() : elements(cursor.segment())));
            marks.add(cursor.mark());
        }
        return found;
    }

    private static List<String> elements(Segment segment) {
        List<String> elements = new ArrayList<>();
        elements.add(segment.toString());
        for (int element = 1; element <= segment.elementCount(); element++) {
            elements.add(segment.element(element) + " at " + segment.elementOffset(element));
        }
        return elements;
    }

    private static Limits limits(int segmentBytes) {
        Limits usual = Limits.USUAL;
        return new Limits(
                segmentBytes,
                usual.setBytes(),
                usual.segmentsPerSet(),
                usual.levelDepth(),
                usual.problemsPerSet(),
                usual.setsPerInterchange(),
                usual.problemsPerInterchange());
    }

    /** The bytes of a file from a place on, some at a time. */
    private static ByteSource chunks(byte[] file, int from, int chunk) {
        int[] at = {from};
        return (into, place, count) -> {
            if (at[0] == file.length) {
                return -1;
            }
            int taken = Math.min(Math.min(count, chunk), file.length - at[0]);
            System.arraycopy(file, at[0], into, place, taken);
            at[0] += taken;
            return taken;
        };
    }
}
