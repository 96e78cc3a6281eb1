package io.lotwire.edi.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SegmentCutsPropertiesTest {
    private static final String PIECES =
            "* ~ + ' ? > A B BIN HL 1 12 \u00e4 \u001c \t \r \n BIN*3* BIN*2*~~ LIN*1*UK*2~";

    /** A segment and its elements, by place. */
    private record Cut(int start, int end, List<Integer> places) {}

    @Property(tries = 5000)
    void aSetIsCutAgainAsTheTokenizerCutItFirst(@ForAll("contents") byte[] content, @ForAll("dialects") Dialect dialect)
            throws IOException {
        byte[] bytes = Arrays.copyOf(content, content.length + Window.SLACK);
        SegmentBytes view = new SegmentBytes(bytes, 0, dialect, 1);

        assertThat(cutAgain(view, content.length)).isEqualTo(tokenized(view, content.length));
    }

    @Provide
    Arbitrary<byte[]> contents() {
        List<String> pieces = new ArrayList<>(List.of(PIECES.split(" ")));
        pieces.add(" ");
        return Arbitraries.of(pieces).list().ofMaxSize(40).map(list -> String.join("", list)
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    @Provide
    Arbitrary<Dialect> dialects() {
        return Arbitraries.of(
                Dialect.USUAL,
                Dialect.x12(new Delimiters('*', '>', '^', "\n")),
                Dialect.x12(new Delimiters('\t', '>', '^', "~")),
                Dialect.x12(new Delimiters('*', '>', '^', "\u001c")),
                Dialect.x12(new Delimiters('*', '>', '^', "~\u001c")),
                Dialect.edifact(Delimiters.EDIFACT, "UNOC"));
    }

    private static List<Cut> cutAgain(SegmentBytes view, int length) {
        SegmentCuts cuts = new SegmentCuts(view);
        cuts.rewind(0, length);
        List<Cut> found = new ArrayList<>();
        while (cuts.next()) {
            Segment segment = cuts.segment(1);
            int start = (int) segment.offset();
            int end = start + segment.length();
            int[] places = ElementPlaces.of(view, start, end);
            assertThat(cuts.id()).isEqualTo(segment.packedId());
            found.add(new Cut(start, end, IntStream.of(places).boxed().toList()));
        }
        return found;
    }

    private static List<Cut> tokenized(SegmentBytes view, int length) throws IOException {
        Tokenizer tokenizer = Tokenizer.over(view);
        tokenizer.rewind(0, length);
        List<Cut> found = new ArrayList<>();
        for (Tokenizer.Token token = tokenizer.next(); token != Tokenizer.Token.END; token = tokenizer.next()) {
            if (token == Tokenizer.Token.SEGMENT) {
                List<Integer> places = new ArrayList<>();
                for (int element = 1; element <= tokenizer.elementCount(); element++) {
                    places.add(tokenizer.elementStart(element));
                }
                places.add(tokenizer.end() + 1);
                found.add(new Cut(tokenizer.start(), tokenizer.end(), places));
            }
        }
        return found;
    }
}
