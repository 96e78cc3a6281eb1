package io.lotwire.lot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementStringTest {
    private static final String GTIN = "10614141000019";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(01)" + GTIN + "(17)261231(10)Ab-1/(2)",
                "01" + GTIN + "1726123110Ab-1/(2)",
                "01" + GTIN + "10Ab-1/(2)\u001d17261231",
                "]C101" + GTIN + "10Ab-1/(2)\u001d17261231",
                "(10)Ab-1/(2)\u001d(01)" + GTIN + "(17)261231",
                "(01) 1 0614141 00001 9 (10) Ab-1/(2) (17) 261231",
                "]e001" + GTIN + "10Ab-1/(2)\u001d17261231",
                "]d201" + GTIN + "10Ab-1/(2)\u001d17261231",
                "]Q301" + GTIN + "10Ab-1/(2)\u001d17261231",
                "]J101" + GTIN + "10Ab-1/(2)\u001d17261231",
                "01" + GTIN + "10Ab-1/(2){GS}17261231",
                "01" + GTIN + "10Ab-1/(2)<GS>17261231",
                "01" + GTIN + "10Ab-1/(2)<FNC1>17261231",
                "01" + GTIN + "10Ab-1/(2)[FNC1]17261231",
                "01" + GTIN + "10Ab-1/(2)|17261231",
                "01" + GTIN + "10Ab-1/(2)~17261231",
                "01" + GTIN + "10Ab-1/(2)^]17261231",
                "01" + GTIN + "10Ab-1/(2)\\x1D17261231",
                "(01)" + GTIN + "(10)Ab-1/(2){GS}(17)261231",
            })
    void theSameDataIsReadWithBracketsAndWithFnc1(String text) {
        assertThat(ElementString.parse(text).orElseThrow().data())
                .isEqualTo(Map.of("01", GTIN, "10", "Ab-1/(2)", "17", "261231"));
    }

    @Test
    void identifiersOfMoreDigitsArePassedOver() {
        ElementString string =
                ElementString.parse("3103001250" + "4109506000120003" + "10AB1").orElseThrow();

        assertThat(string.data())
                .isEqualTo(Map.of("3103", "001250", "410", "9506000120003", ElementString.BATCH, "AB1"));
    }

    @Test
    void dayZeroIsTheLastOfTheMonth() {
        assertThat(ElementString.parse("17280200").orElseThrow().date(ElementString.EXPIRES))
                .contains(LocalDate.of(2028, 2, 29));
        assertThat(ElementString.parse("17281301").orElseThrow().date(ElementString.EXPIRES))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AB-1234",
                "0112345",
                "10",
                "(10)",
                "(10",
                "17ABCDEF",
                "10THIS BATCH NUMBER IS TOO LONG",
                "0500000000",
                "(1x)5",
                "(10)A(10)B",
                "10210729111726123101" + GTIN,
            })
    void whatIsNoElementStringIsNotReadAsOne(String text) {
        assertThat(ElementString.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"21G0073JZ2023", "AB-1", "000123", "L1726", "A(B)C"})
    void aLotThatEndsLikeNoDateIsBeyondDoubt(String lot) {
        assertThat(ElementString.parse("01" + GTIN + "10" + lot).orElseThrow().batchDoubt())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2107291117261231", "AB117261231", "AB101" + GTIN, "AB11526123117270131"})
    void aLotThatEndsLikeTheNextIdentifierIsToldWithADoubt(String lot) {
        ElementString string = ElementString.parse("10" + lot).orElseThrow();

        assertThat(string.get(ElementString.BATCH)).isEqualTo(lot);
        assertThat(string.batchDoubt()).contains("FNC1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(10)LOT 7(17)261231", "(10)AB|12(17)261231", "10AB#1"})
    void aLotOfCharactersThatNoneCanHoldIsToldWithADoubt(String text) {
        assertThat(ElementString.parse(text).orElseThrow().batchDoubt()).contains("identifier 10");
    }

    @ParameterizedTest
    @CsvSource({"(3202)004512, 45.12, LB", "(3103)012345, 12.345, KG", "(3100)000012, 12, KG"})
    void theNetWeightHasItsDecimals(String text, String value, String unit) {
        assertThat(ElementString.parse("(10)A" + text).orElseThrow().netWeight())
                .isEqualTo(new Quantity(new BigDecimal(value), unit, null));
    }

    @Test
    void expiryWithItsTimeAndHarvestAreDays() {
        assertThat(ElementString.parse("(7003)2604011530").orElseThrow().date(ElementString.EXPIRES_AT))
                .contains(LocalDate.of(2026, 4, 1));
        assertThat(ElementString.parse("(7003)260401153").orElseThrow().date(ElementString.EXPIRES_AT))
                .isEmpty();
        assertThat(ElementString.parse("(7007)260401").orElseThrow().date(ElementString.HARVESTED))
                .contains(LocalDate.of(2026, 4, 1));
        assertThat(ElementString.parse("(7007)260401260403").orElseThrow().date(ElementString.HARVESTED))
                .isEmpty();
    }

    @Property
    void readingNeverThrows(@ForAll String text) {
        ElementString.parse(text).ifPresent(string -> assertThat(string.data()).isNotEmpty());
        ElementString.parse("(10)" + text);
        ElementString.parse("10" + text);
    }
}
