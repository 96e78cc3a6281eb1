package io.lotwire.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @Test
    void theFilesOfProfilesAreLookedAtAsOftenAsTheEnvironmentSays() {
        assertThat(watch(Map.of())).isEqualTo(Duration.ofSeconds(5));
        assertThat(watch(Map.of("LOTWIRE_WATCH_SECONDS", "30"))).isEqualTo(Duration.ofSeconds(30));
        assertThat(watch(Map.of("LOTWIRE_WATCH_SECONDS", "0.1"))).isEqualTo(Duration.ofMillis(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.09", "3600.5", "9999", "-1", "5s", "."})
    void aWaitThatIsNoneIsRefusedWithWhatItMayBe(String seconds) {
        assertThatThrownBy(() -> watch(Map.of("LOTWIRE_WATCH_SECONDS", seconds)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("LOTWIRE_WATCH_SECONDS is '" + seconds
                        + "', but must be a number of seconds from 0.1 to 3600, such as 5 or 0.5.");
    }

    private static Duration watch(Map<String, String> variables) {
        return Settings.of(variables::get, Path.of("")).watch();
    }
}
