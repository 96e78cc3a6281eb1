package io.lotwire.edi.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lotwire.edi.Reception;
import io.lotwire.edi.Sample;
import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.fault.Finding;
import io.lotwire.edi.fault.Verdict;
import io.lotwire.edi.segment.Delimiters;
import io.lotwire.edi.segment.Limits;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.tree.Loop;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.edi.tree.X12Path;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class X12ParserTest {
    @Test
    void levelsHangUnderTheLevelTheyNameWhateverOrderTheyComeIn() {
        Loop root = Reception.of(Sample.shipNotice()).set().root();

        assertThat(levels(root)).isEqualTo("(1(2(4))(3(5)))");
    }

    @Test
    void aLevelWithAnUnknownParentStaysInViewUnderTheRoot() {
        TransactionSet set = Reception.of(
                        Sample.of("856", "BSN*00*ASN-1*20260304*1430", "HL*1**S", "HL*2*9*I", "LIN**LT*A-1"))
                .set();

        assertThat(set.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(levels(set.root())).isEqualTo("(1)(2)");
    }

    @Test
    void severalShipmentsMayStandAtTheTop() {
        TransactionSet set = Reception.of(Sample.of("856", "BSN*00*ASN-1*20260304*1430", "HL*1**S", "HL*2**S"))
                .set();

        assertThat(set.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(levels(set.root())).isEqualTo("(1)(2)");
    }

    @Test
    void everySegmentKnowsItsBytes() {
        String file = Sample.shipNotice();
        for (Segment segment : Reception.of(file).set().segments()) {
            int offset = (int) segment.offset();
            assertThat(file.substring(offset, offset + segment.length())).isEqualTo(segment.toString());
            for (int i = 1; i <= segment.elementCount(); i++) {
                assertThat(file.startsWith(segment.element(i), (int) segment.elementOffset(i)))
                        .isTrue();
            }
        }
    }

    @Test
    void offsetsCountBytesNotCharacters() {
        String file = Sample.of("856", "BSN*00*ASN-1*20260304*1430", "HL*1**S", "N1*ST*Épicerie*UL*0614141000029");
        Segment trailer = Reception.of(file).set().segments().get(4);

        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        assertThat(new String(bytes, (int) trailer.offset(), 2, StandardCharsets.UTF_8))
                .isEqualTo("SE");
    }

    @Test
    void textIsReadAsUtf8AndElseAsLatin1() {
        String file = Sample.of("856", "BSN*00*ASN-1*20260304*1430", "HL*1**S", "PID*F****Pêche");

        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
            Segment segment =
                    Reception.of(file.getBytes(charset)).set().segments().get(3);
            assertThat(segment.element(5)).isEqualTo("Pêche");
        }
    }

    @Test
    void aLotCodeIsKeptToTheCharacterButForBlanksAtItsEnd() {
        String lot = " aB-0012/x.";
        Loop root = Reception.of(Sample.of("856", "BSN*00*ASN-1*20260304*1430", "HL*1**S", "LIN**LT*" + lot + "  "))
                .set()
                .root();

        assertThat(X12Path.parse("LIN/LT")
                        .first(root.loops().iterator().next())
                        .orElseThrow()
                        .text())
                .isEqualTo(lot);
    }

    @Test
    void linesThatWereWrappedInsideSegmentsAreJoined() {
        String file = Sample.shipNotice();
        StringBuilder wrapped = new StringBuilder();
        for (int i = 0; i < file.length(); i += 80) {
            wrapped.append(file, i, Math.min(i + 80, file.length())).append("\r\n");
        }

        Reception reception = Reception.of(wrapped.toString());

        assertThat(reception.problems).isEmpty();
        assertThat(texts(reception)).isEqualTo(texts(Reception.of(file)));
    }

    @Test
    void segmentsAreCountedThroughTheWholeFile() {
        Reception reception = Reception.of(Sample.shipNotice() + Sample.shipNotice());

        assertThat(reception.sets.get(0).segments().get(0).number()).isEqualTo(3);
        assertThat(reception.sets.get(1).segments().get(0).number()).isEqualTo(27);
        assertThat(reception.sets.get(1).segments().get(0).position()).isEqualTo(1);
    }

    @Test
    void headersSayWhoAndWhat() {
        TransactionSet set = Reception.of(Sample.shipNotice()).set();

        assertThat(set.interchange().sender()).isEqualTo("FARM");
        assertThat(set.interchange().receiverQualifier()).isEqualTo("ZZ");
        assertThat(set.interchange().delimiters()).isEqualTo(new Delimiters('*', '>', Delimiters.NONE, "~"));
        assertThat(set.group().functionalId()).isEqualTo("SH");
        assertThat(set.version()).isEqualTo("004010");
        assertThat(set.controlNumber()).isEqualTo("0001");
    }

    @Test
    void aSetWithoutGrammarIsHandedOverFlat() {
        TransactionSet set = Reception.of(Sample.of("810", "BIG*20260304*INV-1", "IT1**1*EA"))
                .set();

        assertThat(set.isSupported()).isFalse();
        assertThat(set.root().segments()).hasSize(4);
        assertThat(set.problems()).extracting(problem -> problem.code()).containsExactly(Fault.SET_NOT_SUPPORTED);
    }

    @Test
    void aBadSetDoesNotHurtTheOneAfterIt() {
        Reception reception = Reception.of(Sample.shipNotice().replace("SE*20*", "SE*99*") + Sample.shipNotice());

        assertThat(reception.sets)
                .extracting(TransactionSet::verdict)
                .containsExactly(Verdict.REJECTED, Verdict.ACCEPTED);
    }

    @Test
    void aSegmentBeyondTheLimitRejectsItsSetAndNothingElse() {
        Limits limits = new Limits(1000, 1 << 20, 1000, 8, 10, 100, 1000);
        String large = Sample.of("856", "BSN*00*ASN-1*20260304*1430", "HL*1**S", "PID*F****" + "x".repeat(200_000));

        Reception reception = Reception.of((large + Sample.shipNotice()).getBytes(StandardCharsets.UTF_8), limits);

        assertThat(reception.codes()).containsExactly("SEGMENT_TOO_LARGE");
        assertThat(reception.sets)
                .extracting(TransactionSet::verdict)
                .containsExactly(Verdict.REJECTED, Verdict.ACCEPTED);
        assertThat(reception.sets.get(1).segments().get(0).offset())
                .isEqualTo(large.length() + Sample.shipNotice().indexOf("ST*"));
    }

    @Test
    void anInterchangeIsReadUpToTheLimitAndTheNextOneWhole() {
        Limits limits = new Limits(1000, 1 << 20, 1000, 8, 10, 2, 1000);
        String[] sets = Sample.shipNotice().split("(?<=~)(?=ST\\*|GE\\*)", -1);
        String large = sets[0] + sets[1] + sets[1].replace("0001", "0002") + sets[1].replace("0001", "0003") + sets[2];

        Reception reception = Reception.of((large + Sample.shipNotice()).getBytes(StandardCharsets.UTF_8), limits);

        assertThat(reception.codes()).contains("INTERCHANGE_TOO_LARGE");
        assertThat(reception.sets).extracting(TransactionSet::controlNumber).containsExactly("0001", "0001");
    }

    @Test
    void whenAnInterchangeHasTooManyProblemsOfEachFurtherSetTheFirstIsKept() {
        Limits limits = new Limits(1000, 1 << 20, 1000, 8, 10, 100, 3);
        String[] parts = Sample.of("856", "BSN*X*ASN-1*2026*14", "HL*1**S").split("(?<=~)(?=ST\\*|GE\\*)", -1);
        String twoSets = parts[0] + parts[1] + parts[1].replace("0001", "0002") + parts[2].replace("GE*1", "GE*2");

        Reception reception = Reception.of(twoSets.getBytes(StandardCharsets.UTF_8), limits);

        assertThat(reception.sets.get(0).problems()).hasSizeGreaterThan(2).noneMatch(this::isAboutTooMany);
        assertThat(reception.sets.get(1).problems()).hasSize(2).anyMatch(this::isAboutTooMany);
    }

    private boolean isAboutTooMany(Problem problem) {
        return Fault.PROBLEMS_TOO_MANY.equals(problem.code());
    }

    @Test
    void aSetBeyondTheLimitsIsRejectedAndNotKept() {
        Limits limits = new Limits(1000, 1 << 20, 5, 8, 10, 100, 1000);

        TransactionSet set = Reception.of(Sample.shipNotice().getBytes(StandardCharsets.UTF_8), limits)
                .set();

        assertThat(set.summary().findings()).extracting(Finding::fault).containsExactly(Fault.SET_TOO_LARGE);
        assertThat(set.segments()).hasSize(5);
    }

    @Test
    void levelsBeyondTheDepthAreAProblem() {
        Limits limits = new Limits(1000, 1 << 20, 1000, 2, 10, 100, 1000);

        Reception reception = Reception.of(Sample.shipNotice().getBytes(StandardCharsets.UTF_8), limits);

        assertThat(reception.codes()).containsExactly("LEVEL_TOO_DEEP", "LEVEL_TOO_DEEP");
    }

    @Test
    void problemsBeyondTheLimitAreCountedOnce() {
        Limits limits = new Limits(1000, 1 << 20, 1000, 8, 3, 100, 1000);
        String file = Sample.of("856", "BSN*00*ASN-1*20260304*1430", "XX1", "XX2", "XX3", "XX4", "XX5", "HL*1**S");

        Reception reception = Reception.of(file.getBytes(StandardCharsets.UTF_8), limits);

        assertThat(reception.codes()).hasSize(4).contains("PROBLEMS_TOO_MANY");
    }

    @Test
    void samplesFromElsewhereAreReadWithoutAnException() throws IOException {
        Path samples = Path.of("../shared/samples");
        assumeTrue(Files.isDirectory(samples));
        try (var files = Files.walk(samples)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                Reception reception = Reception.of(bytes);
                String text = new String(bytes, StandardCharsets.ISO_8859_1);
                boolean hasInterchange = text.startsWith("ISA") || text.startsWith("UNA");
                assertThat(reception.interchanges.isEmpty()).as(file.toString()).isEqualTo(!hasInterchange);
            }
        }
    }

    private static List<String> texts(Reception reception) {
        return reception.set().segments().stream()
                .map(segment -> segment.id()
                        + IntStream.rangeClosed(1, segment.elementCount())
                                .mapToObj(segment::element)
                                .toList())
                .toList();
    }

    private static String levels(Loop loop) {
        StringBuilder text = new StringBuilder();
        for (Loop level : loop.loops("HL")) {
            text.append('(')
                    .append(level.first().element(1))
                    .append(levels(level))
                    .append(')');
        }
        return text.toString();
    }
}
