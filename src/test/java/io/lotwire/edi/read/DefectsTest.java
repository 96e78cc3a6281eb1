package io.lotwire.edi.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.bench.x12.Parser;
import io.lotwire.edi.Reception;
import io.lotwire.edi.acknowledgement.AcknowledgementKind;
import io.lotwire.edi.read.Defects.Defect;
import io.lotwire.edi.read.Defects.Variant;
import io.lotwire.edi.read.WhoFindsWhat.Answer;
import io.lotwire.problem.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plants the defects of {@code src/test/resources/defects}; see {@link Defects}. */
class DefectsTest {
    private static final Path TABLE = Path.of("src/docs/tables/defects.md");

    static List<Defect> defects() {
        return Defects.planted();
    }

    static List<Variant> variants() {
        return Defects.harmless();
    }

    @ParameterizedTest
    @MethodSource("defects")
    void eachDefectIsFoundInItsPlaceAndToldByItsCode(Defect defect) {
        Reception reception = Reception.of(defect.document());

        assertThat(reception.problems)
                .anySatisfy(problem -> assertThat(problem.code().name() + " at " + place(problem.place()))
                        .isEqualTo(defect.fault() + " at " + defect.place()));
        assertThat(told(reception)).contains(defect.ack());
    }

    @ParameterizedTest
    @MethodSource("variants")
    void whatIsNoDefectIsTaken(Variant variant) {
        assertThat(Reception.of(variant.document()).problems).isEmpty();
    }

    @Test
    void theBaseDocumentIsGoodForEveryParser() throws InterruptedException {
        byte[] base = Defects.base().getBytes(StandardCharsets.UTF_8);
        assertThat(Reception.of(base).problems).isEmpty();

        WhoFindsWhat who = new WhoFindsWhat();
        for (Parser parser : who.others()) {
            assertThat(who.answer(parser, base)).as(parser.title()).isEqualTo(Answer.GOOD);
        }
    }

    @Test
    void theDocumentationTellsWhoFindsWhat() throws IOException, InterruptedException {
        String table = new WhoFindsWhat().markdown(DefectsTest::isFound, variant -> Reception.of(variant.document())
                .problems
                .isEmpty());
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(TABLE.getParent());
            Files.writeString(TABLE, table);
        }

        assertThat(table).isEqualTo(Files.readString(TABLE));
    }

    private static boolean isFound(Defect defect) {
        Reception reception = Reception.of(defect.document());
        return reception.problems.stream()
                        .anyMatch(problem -> problem.code().name().equals(defect.fault())
                                && place(problem.place()).equals(defect.place()))
                && told(reception).contains(defect.ack());
    }

    private static String place(Place place) {
        if (place.segment() == 0) {
            return "none";
        }
        return place.segment() + (place.element() == 0 ? "" : "-" + place.element());
    }

    /** What the sender is told: each code of a 997 and a TA1 with the element that it stands in; {@code none} if nothing. */
    private static List<String> told(Reception reception) {
        List<String> told = Stream.of(
                        reception.functionalAcknowledgement(AcknowledgementKind.FUNCTIONAL),
                        reception.interchangeAcknowledgement())
                .flatMap(Optional::stream)
                .flatMap(answer -> Stream.of(new String(answer, StandardCharsets.UTF_8).split("[~\r\n]+", -1)))
                .flatMap(DefectsTest::codes)
                .toList();
        return told.isEmpty() ? List.of("none") : told;
    }

    private static Stream<String> codes(String segment) {
        String[] elements = segment.split("\\*", -1);
        return switch (elements[0]) {
            case "TA1" -> Stream.of("TA105 " + elements[5]);
            case "AK3" -> Stream.of("AK304 " + elements[4]);
            case "AK4" -> Stream.of("AK403 " + elements[3]);
            case "AK5" -> Stream.of(elements).skip(2).map(code -> "AK502 " + code);
            case "AK9" -> Stream.of(elements).skip(5).map(code -> "AK905 " + code);
            default -> Stream.empty();
        };
    }
}
