package io.lotwire.edi.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.bytes.Calendar;
import io.lotwire.edi.bytes.Digits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementFormatTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "12", "-12", "12.", "12.5", ".5", "-.5", "1.5E3", "1E-3", "+1", "1E+2", "1E15"})
    void theseAreDecimalNumbers(String text) {
        assertThat(Digits.areDecimal(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", ".", "1,5", "1.2.3", "E3", "1E", "1 ", "--1", "1-", "0x10", "1E16", "1E2147483648", "١"
            })
    void theseAreNoDecimalNumbers(String text) {
        assertThat(Digits.areDecimal(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20240229", "20261231", "00010101"})
    void theseAreDates(String text) {
        assertThat(Calendar.isDate(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20250229", "20261301", "260304", "2026-3-4", "202603045"})
    void theseAreNoDates(String text) {
        assertThat(Calendar.isDate(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "2359", "235959", "2359599", "23595999"})
    void theseAreTimes(String text) {
        assertThat(Calendar.isTime(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2400", "1260", "14300", "143060", "14:30", "235959999"})
    void theseAreNoTimes(String text) {
        assertThat(Calendar.isTime(text)).isFalse();
    }
}
