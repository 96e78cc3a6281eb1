package io.lotwire.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTest {
    private static final String EVENT =
            "{\"type\":\"packed\",\"item\":{\"gtin\":\"10614141000019\"},\"lot\":{\"code\":\"A\"}}";
    private static final int MEGABYTE = 1 << 20;

    @ParameterizedTest
    @EnumSource(CaptureKind.class)
    void tenThousandValuesInOneAnotherAreTooDeep(CaptureKind kind) {
        String deep = "{\"type\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";

        assertThat(Read.of(kind, deep + "\n" + EVENT, null, false).problems())
                .extracting(Problem::code)
                .contains(CaptureFault.NESTED_TOO_DEEP);
        assertThat(Read.of(kind, "[" + deep + "]", null, false).problems())
                .extracting(Problem::code)
                .containsExactly(CaptureFault.NESTED_TOO_DEEP);
        assertThat(Read.of(kind, "[".repeat(10_000), null, false).problems())
                .isNotEmpty()
                .allMatch(Problem::isError);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "["})
    void aLineOfFiftyMegabytesIsToldAndTheNextOneIsRead(String before) throws Exception {
        byte[] piece = "x".repeat(MEGABYTE).getBytes(StandardCharsets.US_ASCII);
        String end = before.isEmpty() ? "\n" : ",";
        InputStream file = new SequenceInputStream(Collections.enumeration(List.of(
                bytes(before + "{\"type\":\""),
                new Repeating(piece, 50),
                bytes("\"}" + end + EVENT.replace("packed", "wrong") + (before.isEmpty() ? "" : "]")))));

        Read read = Read.of(CaptureKind.LOT_EVENTS, file, "ab".repeat(32), null, false);

        assertThat(read.problems())
                .extracting(Problem::code)
                .containsExactly(CaptureFault.ENTRY_TOO_LARGE, CaptureFault.WORD_UNKNOWN);
        assertThat(read.problems().get(0).message()).contains("52428811 bytes", "1048576");
        assertThat(read.problems().get(1).place().segment()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[" + EVENT,
                "[" + EVENT + ",",
                "[" + EVENT + ",]",
                "[" + EVENT + EVENT + "]",
                "[" + EVENT + "] x",
                "[1]",
                "17",
                "\"text\"",
                "{\"type\":\"packed\",\"type\":\"packed\"}",
                EVENT + " {}",
                "}{",
                "{\"type\":\"pack\u0001ed\"}",
                "{\"type\" \"packed\"}",
                "{\n\"type\":",
            })
    void whatIsNoJsonIsAnErrorWithItsPlace(String text) {
        Read read = Read.lotEvents(text);

        assertThat(read.problems()).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.isError()).isTrue();
            assertThat(problem.code()).isEqualTo(CaptureFault.JSON_INVALID);
            assertThat(problem.place().segment()).isPositive();
        });
    }

    @Test
    void otherEncodingsThanUtf8AreTold() throws Exception {
        byte[] latin = EVENT.replace("\"A\"", "\"\u00c4\"").getBytes(StandardCharsets.ISO_8859_1);

        Read read = Read.of(CaptureKind.LOT_EVENTS, new ByteArrayInputStream(latin), "ab".repeat(32), null, false);

        assertThat(read.lines()).singleElement().asString().contains("no UTF-8");
        byte[] utf16 = EVENT.getBytes(StandardCharsets.UTF_16);
        assertThat(Read.of(CaptureKind.LOT_EVENTS, new ByteArrayInputStream(utf16), "ab".repeat(32), null, false)
                        .problems())
                .isNotEmpty()
                .allMatch(Problem::isError);
    }

    @Test
    void ofManyProblemsTheFirstAreToldAndTheOthersCounted() {
        Read read = Read.lotEvents("{\"type\":\"x\"}\n".repeat(2000));

        assertThat(read.problems()).hasSize(501);
        assertThat(read.problems().get(500).message()).contains("of 1500 that are not told here");
    }

    @Test
    void aNameOrValueOfAnyLengthIsShownInPart() {
        Read read = Read.lotEvents("{\"" + "n".repeat(500_000) + "\":1,\"type\":\"" + "t".repeat(300_000) + "\"}");

        assertThat(read.problems()).hasSize(2).allSatisfy(problem -> assertThat(problem.message())
                .hasSizeLessThan(1000));
    }

    @Property
    void readingNeverThrows(@ForAll String text, @ForAll CaptureKind kind) {
        assertThat(Read.of(kind, text, null, false).problems()).isNotEmpty();
        Read.of(kind, "{" + text + "}", null, false);
        Read.of(kind, "[" + text, null, false);
        Read.of(kind, "{\"code\":\"" + text + "\",\"type\":\"" + text + "\"}", null, false);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The same bytes again and again. */
    private static final class Repeating extends InputStream {
        private final byte[] piece;
        private long left;

        Repeating(byte[] piece, int times) {
            this.piece = piece;
            this.left = (long) piece.length * times;
        }

        @Override
        public int read() {
            return left-- > 0 ? piece[0] : -1;
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, Math.min(length, piece.length));
            System.arraycopy(piece, 0, to, offset, count);
            left -= count;
            return count;
        }
    }
}
