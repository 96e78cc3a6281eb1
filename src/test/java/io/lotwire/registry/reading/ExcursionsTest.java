package io.lotwire.registry.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExcursionsTest {
    private static final Instant FIRST = Instant.parse("2026-03-18T06:00:00Z");
    private static final TemperatureRange COOL = range("1", "5");

    @Test
    void bothEndsOfARangeAreWithinIt() {
        assertThat(found(COOL, "1", "5", "1.0", "5.00")).isEmpty();
    }

    @Test
    void aStretchOutsideEndsWithTheFirstReadingThatIsNot() {
        assertThat(found(COOL, "3", "6", "9.4", "7", "4", "3"))
                .containsExactly("above from 2026-03-18T06:10:00Z for 30 min, at most 9.4 °C: 3");
    }

    @Test
    void aStretchThatNothingFollowsEndsWithItsLastReading() {
        assertThat(found(COOL, "3", "0.5", "-1"))
                .containsExactly("below from 2026-03-18T06:10:00Z for 10 min, at least -1 °C: 2");
    }

    @Test
    void fromTooWarmToTooColdAreTwoStretches() {
        assertThat(found(COOL, "6", "0"))
                .containsExactly(
                        "above from 2026-03-18T06:00:00Z for 10 min, at most 6 °C: 1",
                        "below from 2026-03-18T06:10:00Z for 0 min, at least 0 °C: 1");
    }

    @Test
    void aRangeMayHaveOneEnd() {
        assertThat(found(range(null, "-18"), "-20", "-17")).hasSize(1);
        assertThat(found(range("2", null), "40", "1")).hasSize(1);
        assertThat(found(range(null, null), "40", "-200")).isEmpty();
        assertThat(List.of(range(null, "-18").words(), range("2", null).words(), COOL.words()))
                .containsExactly("at most -18 °C", "at least 2 °C", "1 to 5 °C");
    }

    private static TemperatureRange range(String least, String most) {
        return new TemperatureRange(
                least == null ? null : new BigDecimal(least), most == null ? null : new BigDecimal(most));
    }

    private static List<String> found(TemperatureRange range, String... temperatures) {
        Excursions excursions = new Excursions(range);
        Instant at = FIRST;
        for (String temperature : temperatures) {
            excursions.take(at, new BigDecimal(temperature));
            at = at.plusSeconds(600);
        }
        return excursions.all().stream()
                .map(each -> each.words() + ": " + each.readings())
                .toList();
    }
}
