package io.lotwire.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.lot.EventTime;
import io.lotwire.lot.TimePrecision;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "20260304, '',       '',  2026-03-04,                 DATE",
                "20260304, 1430,     '',  2026-03-04T14:30:00,        MINUTE",
                "20260304, 143007,   '',  2026-03-04T14:30:07,        SECOND",
                "20260304, 1430,     UT,  2026-03-04T14:30:00Z,       MINUTE",
                "20260304, 1430,     CT,  2026-03-04T14:30:00-06:00,  MINUTE",
                "20260704, 1430,     CT,  2026-07-04T14:30:00-05:00,  MINUTE",
                "20260704, 1430,     CS,  2026-07-04T14:30:00-06:00,  MINUTE",
                "20260304, 1430,     02,  2026-03-04T14:30:00+02:00,  MINUTE",
                "20260304, 1430,     24,  2026-03-04T14:30:00-01:00,  MINUTE",
                "20260304, 1430,     LT,  2026-03-04T14:30:00,        MINUTE",
                "20260304, 2561,     UT,  2026-03-04,                 DATE",
                "260304,   1430,     '',  2026-03-04T14:30:00,        MINUTE",
            })
    void aTimeClaimsNoMoreThanWasSaid(String date, String time, String zone, String value, TimePrecision precision) {
        assertThat(Dates.eventTime(date, time, zone)).contains(new EventTime(value, precision));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20260230", "20261301", "2026034", "2026-03-04", "", "00000000", "today"})
    void whatIsNoDayIsNoDate(String text) {
        assertThat(Dates.date(text)).isEmpty();
    }

    @Test
    void otherFilesWriteADayAsIso8601OrAsX12() {
        assertThat(Dates.written("2026-03-04")).contains(LocalDate.of(2026, 3, 4));
        assertThat(Dates.written("20260304")).contains(LocalDate.of(2026, 3, 4));
        assertThat(Dates.written("260304")).contains(LocalDate.of(2026, 3, 4));
        assertThat(Dates.written("26-03-04")).isEmpty();
        assertThat(Dates.written("2026-0304")).isEmpty();
        assertThat(Dates.written("2026-02-30")).isEmpty();
    }

    @Test
    void aMomentOfIso8601KeepsItsZone() {
        assertThat(Dates.written("2026-03-04T14:30:00+01:00", "", ""))
                .contains(new EventTime("2026-03-04T14:30:00+01:00", TimePrecision.SECOND));
        assertThat(Dates.written("2026-03-04T14:30:15.250-03:30", "", ""))
                .contains(new EventTime("2026-03-04T14:30:15-03:30", TimePrecision.SECOND));
        assertThat(Dates.written("2026-03-04", "14:30", "UT"))
                .contains(new EventTime("2026-03-04T14:30:00Z", TimePrecision.MINUTE));
        assertThat(Dates.written("2026-03-04", "25:30", "UT"))
                .contains(new EventTime("2026-03-04", TimePrecision.DATE));
    }
}
