package io.lotwire.edi.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.Reception;
import io.lotwire.edi.Sample;
import io.lotwire.edi.acknowledgement.AcknowledgementKind;
import io.lotwire.edi.acknowledgement.AcknowledgementStyle;
import io.lotwire.edi.acknowledgement.Acknowledgements;
import io.lotwire.edi.acknowledgement.GroupAcknowledgement;
import io.lotwire.edi.acknowledgement.SetAcknowledgement;
import io.lotwire.edi.envelope.GroupSummary;
import io.lotwire.edi.envelope.SetSummary;
import io.lotwire.edi.fault.Verdict;
import io.lotwire.edi.segment.Delimiters;
import io.lotwire.edi.tree.Loop;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.edi.tree.Value;
import io.lotwire.edi.tree.X12Path;
import io.lotwire.edi.write.Envelope;
import io.lotwire.edi.write.Written;
import io.lotwire.edi.write.X12Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class InterchangePropertiesTest {
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 3, 4, 14, 30);

    @Property(tries = 500)
    void aFileCutAnywhereGivesProblemsAndNeverAnException(@ForAll @IntRange(max = 2000) int place) {
        byte[] whole = (Sample.shipNotice() + Sample.shipNotice()).getBytes(StandardCharsets.UTF_8);
        int cut = place % whole.length;

        Reception reception = Reception.of(Arrays.copyOf(whole, cut));

        boolean betweenInterchanges = cut == whole.length / 2;
        assertThat(reception.problems.isEmpty()).isEqualTo(betweenInterchanges);
    }

    @Property(tries = 1000)
    void bytesThatAreDamagedNeverGiveAnException(
            @ForAll @Size(max = 8) List<@IntRange(max = 2000) Integer> places, @ForAll byte damage) {
        byte[] bytes = Sample.shipNotice().getBytes(StandardCharsets.UTF_8);
        places.forEach(place -> bytes[place % bytes.length] = damage);

        Reception reception = Reception.of(bytes);

        assertThat(reception.interchangeAcknowledgement()).isNotNull();
        for (AcknowledgementKind kind : AcknowledgementKind.OF_GROUPS) {
            reception.functionalAcknowledgement(kind).ifPresent(answer -> saysTheSame(reception, answer));
        }
    }

    @Property(tries = 500)
    void whateverCameIsAcknowledgedInWordsThatOurOwnReaderTakes(
            @ForAll @Size(max = 6) List<@IntRange(max = 2000) Integer> places,
            @ForAll("textInPlace") String text,
            @ForAll("versions") String version,
            @ForAll boolean everySet) {
        StringBuilder damaged = new StringBuilder(Sample.shipNotice().replace("004010", version));
        places.forEach(place -> {
            int at = Sample.header().length()
                    + place % (damaged.length() - Sample.header().length());
            damaged.replace(at, Math.min(at + 1, damaged.length()), text);
        });

        Reception reception = Reception.of(damaged.toString());

        for (AcknowledgementKind kind : AcknowledgementKind.OF_GROUPS) {
            reception
                    .functionalAcknowledgement(new AcknowledgementStyle(kind, "", everySet))
                    .ifPresent(answer -> saysTheSame(reception, answer));
        }
    }

    @Provide
    Arbitrary<String> textInPlace() {
        Arbitrary<String> separators = Arbitraries.of("*", "~", ">", "^", "~*", "~SE~", "~GE~", "~GS*", "~LS*LIN~", "");
        Arbitrary<String> words = Arbitraries.strings().ofMaxLength(120);
        Arbitrary<String> segments =
                Arbitraries.of("LIN", "REF", "HL", "X", "TOOLONG").map(id -> "~" + id + "*" + "A*".repeat(120) + "~");
        return Arbitraries.oneOf(separators, words, segments);
    }

    @Provide
    Arbitrary<String> versions() {
        return Arbitraries.of(
                "004010", "005010", "003060", "004010VICS", "006020", "00401", "x", "", "004010VICSLONGER");
    }

    /** The answer has no fault, is never answered, and its verdicts are ours. */
    private static void saysTheSame(Reception reception, byte[] answer) {
        Reception back = Reception.of(answer);
        assertThat(back.problems).isEmpty();
        assertThat(back.functionalAcknowledgement(AcknowledgementKind.FUNCTIONAL))
                .isEmpty();
        List<GroupSummary> groups = reception.interchanges.stream()
                .flatMap(interchange -> Acknowledgements.due(interchange).stream())
                .toList();
        assertThat(back.sets).hasSameSizeAs(groups);
        for (int i = 0; i < groups.size(); i++) {
            GroupAcknowledgement read = Acknowledgements.read(back.sets.get(i)).orElseThrow();
            assertThat(read.verdict()).isEqualTo(groups.get(i).verdict());
            assertThat(read.received()).isEqualTo(groups.get(i).sets().size());
            assertThat(read.accepted()).isEqualTo(groups.get(i).accepted());
            Iterator<SetAcknowledgement> told = read.sets().iterator();
            for (SetSummary set : groups.get(i).sets()) {
                if (set.verdict() != Verdict.ACCEPTED || read.sets().size() == read.received()) {
                    assertThat(told.next().verdict())
                            .isEqualTo(read.accepted() == 0 ? Verdict.REJECTED : set.verdict());
                }
            }
            assertThat(told).isExhausted();
        }
    }

    @Property(tries = 300)
    void anyBytesAreReadWithoutAnException(@ForAll byte[] bytes) {
        Reception reception = Reception.of(concat(Sample.header().getBytes(StandardCharsets.UTF_8), bytes));

        assertThat(reception.problems).isNotEmpty();
    }

    @Property(tries = 300)
    void whatIsWrittenIsReadAgainWhateverTheDelimiters(
            @ForAll("delimiters") Delimiters delimiters, @ForAll("references") List<String> references) {
        boolean repeats = delimiters.repetition() != Delimiters.NONE;
        Envelope envelope = new Envelope(
                delimiters, repeats ? "00501" : "00401", "ZZ", "FARM", "ZZ", "STORE", TIME, 7, false, "P", false);
        X12Writer writer = new X12Writer(envelope)
                .group("SH", "FARM", "STORE", 45, repeats ? "005010" : "004010")
                .set("856", "0001")
                .segment("BSN", "00", "ASN-1", "20260304", "1430")
                .segment("HL", "1", "", "S");
        references.forEach(reference -> writer.segment("REF", "LT", reference));

        Written written = writer.end();

        boolean writable = references.stream().allMatch(writer::canWrite);
        assertThat(written instanceof Written.Interchange).isEqualTo(writable);
        if (written instanceof Written.Interchange interchange) {
            Reception reception = Reception.of(interchange.bytes());
            assertThat(reception.problems).isEmpty();
            Loop shipment = reception.set().root().loops().iterator().next();
            assertThat(X12Path.parse("REF[LT]-02").all(shipment))
                    .extracting(Value::text)
                    .isEqualTo(references);
        }
    }

    @Property(tries = 200)
    void everyLevelStandsInTheTreeOnce(@ForAll @Size(max = 30) List<@IntRange(max = 35) Integer> parents) {
        List<String> body = new ArrayList<>(List.of("BSN*00*ASN-1*20260304*1430", "HL*1**S"));
        for (int i = 0; i < parents.size(); i++) {
            body.add("HL*" + (i + 2) + "*" + (parents.get(i) == 0 ? "" : parents.get(i)) + "*I");
        }

        TransactionSet set =
                Reception.of(Sample.interchange("004010", "856", body)).set();

        assertThat(levels(set.root())).isEqualTo(parents.size() + 1);
        boolean sound = true;
        for (int i = 0; i < parents.size(); i++) {
            sound &= parents.get(i) > 0 && parents.get(i) <= i + 1;
        }
        assertThat(set.verdict() == Verdict.ACCEPTED).isEqualTo(sound);
    }

    @Provide
    Arbitrary<Delimiters> delimiters() {
        Arbitrary<List<Character>> characters = Arbitraries.of(
                        '*', '|', '>', ':', '^', '~', '\'', '!', '\u001d', '\u001f')
                .list()
                .ofSize(4)
                .uniqueElements();
        return Combinators.combine(characters, Arbitraries.of(true, false))
                .as((four, repeats) -> new Delimiters(
                        four.get(0),
                        four.get(1),
                        repeats ? four.get(2) : Delimiters.NONE,
                        String.valueOf(four.get(3))));
    }

    @Provide
    Arbitrary<List<String>> references() {
        return Arbitraries.strings()
                .withCharRange('!', '~')
                .withChars('é', 'ß', '€', ' ')
                .ofMinLength(1)
                .ofMaxLength(30)
                .filter(text -> !text.endsWith(" "))
                .list()
                .ofMaxSize(5);
    }

    private static int levels(Loop loop) {
        return loop.loops("HL").stream().mapToInt(level -> 1 + levels(level)).sum();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
