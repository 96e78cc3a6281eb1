package io.lotwire.edi.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.EdifactSample;
import io.lotwire.edi.Reception;
import io.lotwire.edi.segment.Delimiters;
import io.lotwire.edi.segment.Element;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.tree.Value;
import io.lotwire.edi.tree.X12Path;
import io.lotwire.edi.write.EdifactWriter;
import io.lotwire.edi.write.Envelope;
import io.lotwire.edi.write.Written;
import io.lotwire.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class EdifactPropertiesTest {
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 3, 4, 14, 30);
    private static final Element DESADV = Element.composite("DESADV", "D", "96A", "UN");

    @Property(tries = 500)
    void aFileCutAnywhereGivesProblemsAndNeverAnException(@ForAll @IntRange(max = 2000) int place) {
        String one = EdifactSample.despatchAdvice();
        byte[] whole = (one + "UNA:+.? '" + one).getBytes(StandardCharsets.UTF_8);
        int cut = place % whole.length;

        Reception reception = Reception.of(Arrays.copyOf(whole, cut));

        boolean betweenInterchanges = cut == one.length();
        assertThat(reception.problems.isEmpty()).isEqualTo(betweenInterchanges);
    }

    @Property(tries = 1000)
    void bytesThatAreDamagedNeverGiveAnException(
            @ForAll @Size(max = 8) List<@IntRange(max = 2000) Integer> places, @ForAll byte damage) {
        byte[] bytes = ("UNA:+.? '" + EdifactSample.despatchAdvice()).getBytes(StandardCharsets.UTF_8);
        places.forEach(place -> bytes[place % bytes.length] = damage);

        Reception reception = Reception.of(bytes);

        assertThat(reception.syntaxReport()).isNotNull();
    }

    @Property(tries = 300)
    void anyBytesAreReadWithoutAnException(@ForAll byte[] bytes) {
        byte[] header = EdifactSample.header().getBytes(StandardCharsets.UTF_8);
        byte[] file = Arrays.copyOf(header, header.length + bytes.length);
        System.arraycopy(bytes, 0, file, header.length, bytes.length);

        assertThat(Reception.of(file).problems).isNotEmpty();
    }

    @Property(tries = 300)
    void otherDelimitersChangeNothing(@ForAll("delimiters") Delimiters delimiters) {
        List<String> usual = read(write(Delimiters.EDIFACT, "UNOC:4", List.of("A:1", "B+2", "C?3", "D'4")));

        List<String> other = read(write(delimiters, "UNOC:4", List.of("A:1", "B+2", "C?3", "D'4")));

        assertThat(other).isEqualTo(usual);
    }

    @Property(tries = 300)
    void whatIsWrittenIsReadAgainWhateverTheDelimiters(
            @ForAll("delimiters") Delimiters delimiters, @ForAll("lots") List<String> lots) {
        Reception reception = write(delimiters, "UNOY:4", lots);

        assertThat(reception.problems).isEmpty();
        assertThat(X12Path.parse("CPS/LIN/GIN[BX]-02").all(reception.set().root()))
                .extracting(Value::text)
                .isEqualTo(lots);
    }

    @Property(tries = 500)
    void aSegmentReadAndWrittenAgainHasTheSameBytes(@ForAll("delimiters") Delimiters delimiters, @ForAll String text) {
        String lot = "L" + text.replaceAll("[^ -~é€]", "").strip();
        Reception first = write(
                delimiters,
                "UNOY:4",
                List.of(lot.substring(0, Math.min(35, lot.length())).strip()));
        Segment read = first.set().segments().get(5);

        Reception second = write(delimiters, "UNOY:4", List.of(read.element(2)));

        assertThat(second.set().segments()).hasToString(first.set().segments().toString());
    }

    private static Reception write(Delimiters delimiters, String syntax, List<String> lots) {
        EdifactWriter writer = new EdifactWriter(new Envelope(
                        delimiters, syntax, "14", "0614141000005", "", "ST:ORE+1", TIME, 42, true, "T", false))
                .message("1", DESADV)
                .segment("BGM", "351", "DES-1", "9")
                .segment("CPS", "1")
                .segment("LIN", "1")
                .segment("QTY", List.of(Element.composite("12", "40.5", "CT")));
        lots.forEach(lot -> writer.segment("GIN", "BX", lot));
        Written written = writer.end();
        if (written instanceof Written.Interchange interchange) {
            return Reception.of(interchange.bytes());
        }
        throw new AssertionError(written);
    }

    private static List<String> read(Reception reception) {
        assertThat(reception.problems).noneMatch(Problem::isError);
        return reception.set().segments().stream()
                .map(segment -> segment.id() + ":" + segment.value(1) + segment.value(2) + segment.value(3))
                .toList();
    }

    @Provide
    Arbitrary<Delimiters> delimiters() {
        return Arbitraries.of('*', '|', '>', ':', '^', '~', '\'', '!', '+', '?', '#')
                .list()
                .ofSize(5)
                .uniqueElements()
                .map(five -> new Delimiters(
                        five.get(0), five.get(1), five.get(2), String.valueOf(five.get(3)), five.get(4)));
    }

    @Provide
    Arbitrary<List<String>> lots() {
        return Arbitraries.strings()
                .withCharRange('!', '~')
                .withChars('é', 'ß', '€')
                .ofMinLength(1)
                .ofMaxLength(30)
                .list()
                .ofMaxSize(5);
    }
}
