package io.lotwire.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownKeyTest {
    @Test
    void aKeyIsReadWhateverTheCaseOfItsScheme() {
        assertThat(ShownKey.of("Bearer lwk_a_b")).contains("lwk_a_b");
        assertThat(ShownKey.of("bearer  lwk_a_b ")).contains("lwk_a_b");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Bearer", "Bearer token-of-a-partner", "Basic lwk_a_b", "lwk_a_b"})
    void whatIsNoKeyIsNotTaken(String header) {
        assertThat(ShownKey.of(header)).isEmpty();
    }

    @Test
    void whatIsLongerThanAnyKeyIsNotTaken() {
        assertThat(ShownKey.of("Bearer lwk_" + "a".repeat(1000))).isEmpty();
    }
}
