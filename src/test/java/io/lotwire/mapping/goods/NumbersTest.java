package io.lotwire.mapping.goods;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "007", "120", "-3", "12.50", ".5", "-.5", "5.", "12345678901234567890.123"})
    void digitsWithAPointWhereNeededAreANumber(String text) {
        assertThat(Numbers.decimal(text)).contains(new BigDecimal(text));
    }

    @ParameterizedTest
    @CsvSource({"+5, 5", "1E2, 100", "1.2E3, 1200", "2E-1, 0.2", "-1e+1, -10"})
    void anExponentIsReadAndAPlusSignMeansNothing(String text, String number) {
        assertThat(Numbers.decimal(text)).contains(new BigDecimal(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "5-",
                "1E",
                "E3",
                "1E16",
                "1E999999999",
                "4 0",
                "1-2",
                "1.2.3",
                "1,5",
                " 5",
                "many",
                "0x1F",
                "١٢"
            })
    void whatIsNotQuiteANumberIsNone(String text) {
        assertThat(Numbers.decimal(text)).isEmpty();
    }
}
