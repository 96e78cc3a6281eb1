package io.lotwire.registry.doubt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-04, 2026-03-04",
        "2026-03-04T14:30:00-06:00, 2026-03-04",
        "2026-12-31T23:59Z, 2026-12-31",
        "2028-02, 2028-02-29",
        "0999-01-01, 0999-01-01"
    })
    void aTimeHasItsDayAndAMonthItsLastOne(String date, LocalDate day) {
        assertThat(Day.of(date)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026-3-4",
                "2026-02-30",
                "2026-13",
                "2026-13-01",
                "20260304T1",
                "2026/03/04",
                "year-mo-da"
            })
    void whatIsNoDayIsNone(String date) {
        assertThat(Day.of(date)).isEmpty();
    }

    @Test
    void eachDayOfFourYearsIsRead() {
        LocalDate first = LocalDate.of(2024, 1, 1);
        first.datesUntil(first.plusYears(4))
                .forEach(day -> assertThat(Day.of(day.toString())).contains(day));
    }
}
