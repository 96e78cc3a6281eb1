package io.lotwire.lot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberRangeTest {
    @Test
    void lotsAreCountedByTheNumberAtTheirEnds() {
        assertThat(NumberRange.codes("L098", "L101", 100)).containsExactly("L098", "L099", "L100", "L101");
        assertThat(NumberRange.codes("26A7", "26A9", 100)).containsExactly("26A7", "26A8", "26A9");
    }

    @ParameterizedTest
    @CsvSource({"L1, L10", "L10, L1", "LA, L1", "L1, L1", "1A, 2A", "000, 100", "'', 1"})
    void whatIsNoRowOfAtMostSoManyGivesNone(String from, String to) {
        assertThat(NumberRange.codes(from, to, 100)).isEmpty();
    }

    @Test
    void unitsBetweenHaveTheirOwnCheckDigits() {
        List<String> units = NumberRange.ssccs(
                Sscc.withCheckDigit("00614141000000009"), Sscc.withCheckDigit("00614141000000011"), 1_000);

        assertThat(units).hasSize(3).allMatch(CheckDigit::isGood);
        assertThat(units.get(1)).startsWith("00614141000000010");
    }

    @Test
    void unitsOfTwoCompaniesAreNoRow() {
        assertThat(NumberRange.ssccs(
                        Sscc.withCheckDigit("00614141999999999"), Sscc.withCheckDigit("00614142000000000"), 1_000))
                .isEmpty();
        assertThat(NumberRange.ssccs(new Sscc("006141410000000013"), Sscc.withCheckDigit("00614141000000003"), 1_000))
                .isEmpty();
    }
}
