package io.lotwire.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.unit.Counterpart.Told;
import io.lotwire.unit.Counterpart.Unsure;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
    @ParameterizedTest(name = "{0} of X12 is {1} of UN/ECE")
    @CsvSource({
        "EA, EA", "PC, PCE", "UN, C62", "CA, CS", "CT, CT", "BX, BX", "PK, PK", "BG, BG", "BO, BO", "CN, CA", "PA, PL",
        "PL, PF", "DZ, DZN", "GS, GRO", "ST, SET", "SH, ST", "KG, KGM", "GR, GRM", "LB, LBR", "OZ, ONZ", "TN, STN",
        "MP, TNE", "LG, LTN", "LT, LTR", "ML, MLT", "GA, GLL", "FO, OZA"
    })
    void aUnitIsTheSameInBothListsUnderItsOwnCodeOfEach(String x12, String rec20) {
        assertThat(Units.counterpart(UnitList.X12, x12, UnitList.REC20)).isEqualTo(new Told(rec20, BigDecimal.ONE));
        assertThat(Units.counterpart(UnitList.REC20, rec20, UnitList.X12)).isEqualTo(new Told(x12, BigDecimal.ONE));
    }

    @Test
    void aCodeOfBothListsIsNeverTakenForTheUnitOfTheOther() {
        assertThat(Units.counterpart(UnitList.REC20, "CA", UnitList.X12)).isEqualTo(new Told("CN", BigDecimal.ONE));
        assertThat(Units.counterpart(UnitList.REC20, "PL", UnitList.X12)).isEqualTo(new Told("PA", BigDecimal.ONE));
        assertThat(Units.counterpart(UnitList.REC20, "ST", UnitList.X12)).isEqualTo(new Told("SH", BigDecimal.ONE));
        assertThat(Units.counterpart(UnitList.REC20, "KG", UnitList.X12)).isEqualTo(new Told("KE", BigDecimal.ONE));
        assertThat(Units.counterpart(UnitList.REC20, "TN", UnitList.X12)).isEqualTo(new Told("CN", BigDecimal.ONE));
    }

    @Test
    void whatOneListDoesNotHaveIsAnExactNumberOfWhatItHas() {
        assertThat(Units.counterpart(UnitList.X12, "U3", UnitList.REC20)).isInstanceOfSatisfying(Told.class, told -> {
            assertThat(told.code()).isEqualTo("EA");
            assertThat(told.of(new BigDecimal("2.5"))).isEqualByComparingTo("25");
        });
    }

    @Test
    void whatIsNotSureIsSaidWithItsReason() {
        assertThat(Units.counterpart(UnitList.X12, "CS", UnitList.REC20))
                .isEqualTo(new Unsure("355 calls it a cassette, and many send it for a case"));
        assertThat(Units.counterpart(UnitList.X12, "MT", UnitList.REC20)).isInstanceOf(Unsure.class);
        assertThat(Units.counterpart(UnitList.X12, "ZZ", UnitList.REC20))
                .isEqualTo(new Unsure("our table of units does not have it"));
    }

    @ParameterizedTest
    @CsvSource({
        "856, KGM, X12",
        "856, CA, X12",
        "DESADV, CA, REC20",
        "INVRPT, '', REC20",
        "csv-shipment, CS, X12",
        "despatch-advice-xml, KGM, REC20",
        "csv-shipment, '', X12"
    })
    void theListOfAUnitFollowsFromItsDocument(String document, String code, UnitList list) {
        assertThat(UnitList.of(document, code)).isEqualTo(list);
    }
}
