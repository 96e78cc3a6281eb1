package io.lotwire.lot.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How lot codes are made, and what they say. */
class LotPatternTest {
    @Test
    void aCodeIsTakenApartIntoItsNamedParts() {
        Map<String, String> parts = pattern("{plant:2}{date:yyDDD}{line:1}-{sequence:3}")
                .decode("P1260633-014")
                .orElseThrow();

        assertThat(parts.entrySet())
                .extracting(part -> part.getKey() + " " + part.getValue())
                .containsExactly("plant P1", "date 2026-03-04", "line 3", "sequence 014");
    }

    @Test
    void datesAreReadInEachForm() {
        Map<String, String> codes = Map.of(
                "yyMMdd",
                "260304",
                "yyyyMMdd",
                "20260304",
                "ddMMyy",
                "040326",
                "yyyyDDD",
                "2026063",
                "DDDyy",
                "06326",
                "MMddyyyy",
                "03042026");

        codes.forEach((form, code) -> assertThat(
                        pattern("L{date:" + form + "}").decode("L" + code).orElseThrow())
                .as(form)
                .containsEntry("date", "2026-03-04"));
    }

    @Test
    void aCodeThatIsMadeOtherwiseOrNamesADayThatDoesNotExistIsNotDecoded() {
        LotPattern pattern = pattern("{plant:2}{date:yyDDD}{line:1}-{sequence:3}");

        for (String code :
                List.of("P1260633014", "P1260633-0145", "P1264003-014", "xP1260633-014", "P126O633-014", "")) {
            assertThat(pattern.decode(code)).as(code).isEmpty();
        }
        assertThat(pattern("{date:yyMMdd}").decode("260230")).isEmpty();
    }

    @Test
    void whatIsNoPatternIsToldWithWhatIsWrong() {
        Map<String, String> wrong = Map.of(
                "ABC", "has no part",
                "{colour:2}", "'colour' is no part",
                "{plant:0}", "'0' is no length",
                "{date:yyy}", "'yyy' is no form of a date",
                "{plant:2}{plant:2}", "stands there twice",
                "{plant:2", "brace");

        wrong.forEach((text, why) -> assertThat(LotPattern.parse(text))
                .isInstanceOfSatisfying(LotPattern.Parsed.Wrong.class, parsed -> assertThat(parsed.why())
                        .contains(why)));
    }

    private static LotPattern pattern(String text) {
        return ((LotPattern.Parsed.Good) LotPattern.parse(text)).pattern();
    }
}
