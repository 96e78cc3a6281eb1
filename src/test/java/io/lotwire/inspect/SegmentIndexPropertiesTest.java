package io.lotwire.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.EdifactSample;
import io.lotwire.edi.Sample;
import io.lotwire.edi.segment.SegmentCursor;
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

class SegmentIndexPropertiesTest {
    private record Found(int number, long offset, long end, String bytes, SetKind kind) {}

    @Property(tries = 60)
    void fromAnyPlaceTheSegmentsAreThoseOfTheWholeDocument(@ForAll("documents") byte[] document) throws IOException {
        ReadBytes bytes = new ReadBytes(document);
        SegmentIndex index = SegmentIndex.of(bytes.open());
        List<Found> all = from(SegmentIndex.beginning(), bytes, Integer.MAX_VALUE);

        assertThat(index.segments()).isEqualTo(all.size());
        for (int i = 0; i < all.size(); i += 97) {
            Found wanted = all.get(i);
            for (SegmentIndex.Start start :
                    List.of(index.before(wanted.offset()), index.beforeSegment(wanted.number()))) {
                assertThat(start.mark().offset()).isLessThanOrEqualTo(wanted.offset());
                int skipped = wanted.number() - start.mark().number() - 1;
                assertThat(from(start, bytes, skipped + 3)
                                .subList(skipped, Math.min(skipped + 3, skipped + all.size() - i)))
                        .isEqualTo(all.subList(i, Math.min(i + 3, all.size())));
            }
        }
    }

    private static List<Found> from(SegmentIndex.Start start, ReadBytes bytes, int most) throws IOException {
        SegmentCursor cursor = SegmentIndex.cursor(bytes.open(), start, Long.MAX_VALUE);
        SetTracker tracker = new SetTracker(start.state());
        List<Found> found = new ArrayList<>();
        while (found.size() < most && cursor.next()) {
            tracker.take(cursor);
            String text = cursor.isOversized() ? "" : cursor.segment().toString();
            found.add(new Found(cursor.number(), cursor.offset(), cursor.endOffset(), text, tracker.kind()));
        }
        return found;
    }

    @Provide
    Arbitrary<byte[]> documents() {
        Arbitrary<String> one = Combinators.combine(
                        Arbitraries.integers().between(1, 4000),
                        Arbitraries.integers().between(0, 3))
                .as(SegmentIndexPropertiesTest::interchange);
        return one.list().ofMinSize(1).ofMaxSize(5).map(list -> String.join("\n", list)
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String interchange(int segments, int kind) {
        List<String> body = new ArrayList<>();
        for (int i = 0; i < segments; i++) {
            body.add(
                    kind < 2
                            ? "LIN**UK*10614141000019*LT*L" + i + (i % 50 == 0 ? "~BIN*5*~*~~~" : "")
                            : "FTX+AAI+++A?'" + i);
        }
        return switch (kind) {
            case 0 -> Sample.interchange("004010", "856", body);
            case 1 ->
                Sample.interchange("005010", "945", body).replace('*', '|').replace('~', '\u001c');
            case 2 -> EdifactSample.of("DESADV:D:96A", body.toArray(String[]::new));
            default ->
                "UNA|#.\\ ~"
                        + EdifactSample.of("RECADV:D:01B", body.toArray(String[]::new))
                                .replace(':', '|')
                                .replace('+', '#')
                                .replace('\'', '~')
                                .replace('?', '\\');
        };
    }
}
