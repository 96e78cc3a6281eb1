package io.lotwire.lot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
            })
    void whatIsNoElementStringIsNotReadAsOne(String text) {
        assertThat(ElementString.parse(text)).isEmpty();
    }

    @Property
    void readingNeverThrows(@ForAll String text) {
        ElementString.parse(text).ifPresent(string -> assertThat(string.data()).isNotEmpty());
        ElementString.parse("(10)" + text);
        ElementString.parse("10" + text);
    }
}
