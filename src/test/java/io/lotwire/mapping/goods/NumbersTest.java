package io.lotwire.mapping.goods;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "007", "120", "-3", "12.50", ".5", "-.5", "5.", "12345678901234567890.123"})
    void digitsWithAPointWhereNeededAreANumber(String text) {
        assertThat(Numbers.decimal(text)).contains(new BigDecimal(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "+5", "5-", "1-2", "1.2.3", "1,5", " 5", "many", "0x1F", "١٢"})
    void whatIsNotQuiteANumberIsNone(String text) {
        assertThat(Numbers.decimal(text)).isEmpty();
    }
}
