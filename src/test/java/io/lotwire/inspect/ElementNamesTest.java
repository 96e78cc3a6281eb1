package io.lotwire.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.EdifactSample;
import io.lotwire.edi.Sample;
import io.lotwire.ledger.StoredProblem;
import io.lotwire.problem.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ElementNamesTest {
    @Test
    void anElementHasANameAndItsCodeWords() throws IOException {
        assertThat(words(Sample.shipNotice()))
                .contains(
                        "ISA05 sender id qualifier: ZZ = mutually agreed",
                        "ISA09 interchange date: 260304 = 2026-03-04",
                        "ISA10 interchange time: 1430 = 14:30",
                        "ISA13 interchange control number: 000000101",
                        "GS01 functional group: SH = ship notice (856, 857)",
                        "BSN01 purpose: 00 = original",
                        "BSN03 date: 20260304 = 2026-03-04",
                        "HL03 level code: S = shipment",
                        "N101 party role: ST = ship to",
                        "N103 identification qualifier: UL = GLN",
                        "LIN04 product number qualifier: LT = lot number",
                        "LIN05 product number: A-1");
    }

    @Test
    void componentsOfEdifactHaveNamesAndDatesTheirForm() throws IOException {
        assertThat(words(EdifactSample.despatchAdvice()))
                .contains(
                        "UNB01.1 syntax identifier: UNOC = ISO 8859-1, western Europe",
                        "UNH02.1 message type: DESADV = despatch advice",
                        "BGM01 document or message name: 351 = despatch advice",
                        "DTM01.1 date, time or period qualifier: 137 = document",
                        "DTM01.2 date, time or period: 20260304 = 2026-03-04",
                        "DTM01.3 date, time or period format qualifier: 102 = CCYYMMDD",
                        "NAD01 party qualifier: SU = supplier",
                        "LIN03.2 item number type: EN = GTIN",
                        "GIN01 identity number qualifier: BX = batch number",
                        "GIN02 identity number: LOT+A");
    }

    @Test
    void aCodeWithoutWordsSaysSo() throws IOException {
        ElementView role = view(Sample.of("856", "N1*Q9*Someone"), 4, ProblemsInPlace.NONE)
                .elements()
                .get(0);

        assertThat(role.coded()).isTrue();
        assertThat(role.meaning()).isEmpty();
        assertThat(role.name()).contains("party role");
    }

    @Test
    void problemsStandAtTheirElementsOrAtTheSegmentWhereTheElementIsMissing() throws IOException {
        StoredProblem atElement = problem(new Place("", "", "", "", 4, "N1", 1, 0, 0, 5));
        StoredProblem missing = problem(new Place("", "", "", "", 4, "N1", 4, 0, 0, 5));
        StoredProblem ofAnother = problem(new Place("", "", "", "", 5, "SE", 1, 0, 0, 5));
        StoredProblem ofAll = problem(Place.inFile("in.edi"));
        ProblemsInPlace problems = new ProblemsInPlace(List.of(atElement, missing, ofAnother, ofAll));

        SegmentView view = view(Sample.of("856", "N1*ST*Store"), 4, problems);

        assertThat(view.elements().get(0).problems()).containsExactly(atElement);
        assertThat(view.elements().get(1).problems()).isEmpty();
        assertThat(view.problems()).containsExactly(missing);
        assertThat(problems.elsewhere()).containsExactly(ofAll);
    }

    @Test
    void eachElementOfTheSamplesHasANameButThoseThatNoStandardHas() throws IOException {
        TreeSet<String> nameless = new TreeSet<>();
        int named = 0;
        for (Path sample : samples()) {
            Content content = Content.of(sample);
            byte[] bytes = Files.readAllBytes(sample);
            for (SegmentLine line : lines(content)) {
                for (ElementView element :
                        ElementNames.STANDARD.view(line, ProblemsInPlace.NONE).elements()) {
                    named++;
                    if (element.name().isEmpty()) {
                        nameless.add(line.id() + " " + element.element() + "." + element.component() + " in "
                                + sample.getParent().getFileName());
                    }
                    String sent = new String(
                            bytes,
                            (int) element.from(),
                            (int) (element.to() - element.from()),
                            StandardCharsets.ISO_8859_1);
                    assertThat(sent.replaceAll("[?\r\n]", "").length())
                            .as("%s in %s", element, sample)
                            .isGreaterThanOrEqualTo(
                                    element.value().replace("?", "").length());
                }
            }
        }

        assertThat(nameless)
                .containsExactly(
                        "BGM 5.0 in elements-wrong",
                        "HL 5.0 in element-too-many",
                        "HL 6.0 in element-too-many",
                        "ISB 1.0 in interchange-services",
                        "ISE 1.0 in interchange-services",
                        "ISE 2.0 in interchange-services",
                        "ISE 3.0 in interchange-services",
                        "N4 7.0 in element-of-a-later-version",
                        "PAC 3.5 in elements-wrong",
                        "SN2 1.0 in group-rejected",
                        "SNN 2.0 in segment-unrecognised",
                        "SNN 3.0 in segment-unrecognised",
                        "XYZ 1.0 in segments-wrong");
        assertThat(named).isGreaterThan(20_000);
    }

    private static List<SegmentLine> lines(Content content) throws IOException {
        SegmentPage page = SegmentPage.of(content, 0, 200);
        List<SegmentLine> lines = new ArrayList<>(page.lines());
        while (page.next().isPresent()) {
            page = SegmentPage.of(content, page.next().getAsLong(), 200);
            lines.addAll(page.lines());
        }
        return lines;
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources"));
                Stream<Path> golden = Files.walk(Path.of("mappings/samples"))) {
            return Stream.concat(files, golden)
                    .filter(file -> file.endsWith("in.edi"))
                    .sorted()
                    .toList();
        }
    }

    private static StoredProblem problem(Place at) {
        return new StoredProblem("CODE_INVALID", "error", "", "No code.", at, StoredProblem.Stage.READING);
    }

    private static List<String> words(String text) throws IOException {
        return SegmentPage.of(content(text), 0, 200).lines().stream()
                .flatMap(line -> ElementNames.STANDARD.view(line, ProblemsInPlace.NONE).elements().stream()
                        .map(element -> words(line, element)))
                .toList();
    }

    private static String words(SegmentLine line, ElementView element) {
        return line.id() + (element.element() < 10 ? "0" : "") + element.element()
                + (element.component() > 0 ? "." + element.component() : "") + " "
                + element.name().orElse("?") + ": " + element.value()
                + element.meaning().map(meaning -> " = " + meaning).orElse("");
    }

    private static SegmentView view(String text, int number, ProblemsInPlace problems) throws IOException {
        SegmentLine line =
                SegmentPage.ofSegment(content(text), number, 1).lines().get(0);
        return ElementNames.STANDARD.view(line, problems);
    }

    private static Content content(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Content.of(new ReadBytes(bytes)::open, bytes.length);
    }
}
