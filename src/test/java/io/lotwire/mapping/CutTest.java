package io.lotwire.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutTest {
    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "LOT ,,LOT B2231,B2231",
                "LOT ,,Romaine hearts Lot  B2231 ,B2231",
                "LOT:,/,LOT:K7-0042/2026,K7-0042",
                "LOT:,/,LOT:K7-0042,K7-0042",
                ",-,K70042-PALLET 3,K70042",
                "LOT ,,A PILOT B7 LOT C9,C9",
                "#,,PALLET#77,77"
            })
    void theCodeStandsBehindOneTextAndBeforeAnother(String after, String until, String text, String code) {
        assertThat(new Cut(after == null ? "" : after, until == null ? "" : until).of(text))
                .isEqualTo(code);
    }

    @Test
    void aTextWithoutWhatStandsBeforeTheCodeHasNone() {
        Cut cut = new Cut("LOT ", "");

        assertThat(cut.of("ROMAINE HEARTS")).isEmpty();
        assertThat(cut.of("PILOT B7")).isEmpty();
        assertThat(cut.of("LOT ")).isEmpty();
        assertThat(cut.of("")).isEmpty();
    }
}
