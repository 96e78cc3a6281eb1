package io.lotwire.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.lot.EventTime;
import io.lotwire.lot.TimePrecision;
import java.time.LocalDate;
import java.time.ZoneId;
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
                "20260304, 1430,     NT,  2026-03-04T14:30:00-03:30,  MINUTE",
                "20260704, 1430,     TT,  2026-07-04T14:30:00-03:00,  MINUTE",
                "20260704, 1430,     AT,  2026-07-04T14:30:00-08:00,  MINUTE",
                "20260304, 1430,     AS,  2026-03-04T14:30:00-09:00,  MINUTE",
                "20260704, 1430,     HT,  2026-07-04T14:30:00-10:00,  MINUTE",
                "20260704, 1430,     HD,  2026-07-04T14:30:00-09:00,  MINUTE",
                "20260304, 1430,     CET, 2026-03-04T14:30:00+01:00,  MINUTE",
                "20260304, 1430,     EST, 2026-03-04T14:30:00-05:00,  MINUTE",
                "20260304, 1430,   -0330, 2026-03-04T14:30:00-03:30,  MINUTE",
                "20260304, 1430,     +01, 2026-03-04T14:30:00+01:00,  MINUTE",
                "20260304, 1430,     BST, 2026-03-04T14:30:00,        MINUTE",
                "20260304, 1430,     25,  2026-03-04T14:30:00,        MINUTE",
                "20260304, 2561,     UT,  2026-03-04,                 DATE",
                "260304,   1430,     '',  2026-03-04T14:30:00,        MINUTE",
            })
    void aTimeClaimsNoMoreThanWasSaid(String date, String time, String zone, String value, TimePrecision precision) {
        assertThat(Dates.eventTime(date, time, zone, null)).contains(new EventTime(value, precision));
    }

    @ParameterizedTest
    @CsvSource({
        "1430, '', 2026-07-04T14:30:00-05:00",
        "1430, LT, 2026-07-04T14:30:00-05:00",
        "1430, ET, 2026-07-04T14:30:00-04:00",
        "1430, XX, 2026-07-04T14:30:00",
        "'',   '', 2026-07-04",
    })
    void theZoneOfAPartnerIsThatOfTimesWithoutOne(String time, String zone, String value) {
        assertThat(Dates.eventTime("20260704", time, zone, ZoneId.of("America/Chicago"))
                        .orElseThrow()
                        .value())
                .isEqualTo(value);
    }

    @Test
    void inOtherFilesAMonthIsMeantToItsLastDay() {
        assertThat(Dates.lastDay("2028-02")).contains(LocalDate.of(2028, 2, 29));
        assertThat(Dates.lastDay("2028-13")).isEmpty();
        assertThat(Dates.lastDay("2028-02-03")).contains(LocalDate.of(2028, 2, 3));
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
        assertThat(Dates.written("2026-03-04T14:30:00+01:00", "", "", null))
                .contains(new EventTime("2026-03-04T14:30:00+01:00", TimePrecision.SECOND));
        assertThat(Dates.written("2026-03-04T14:30:15.250-03:30", "", "", null))
                .contains(new EventTime("2026-03-04T14:30:15-03:30", TimePrecision.SECOND));
        assertThat(Dates.written("2026-03-04", "14:30", "UT", null))
                .contains(new EventTime("2026-03-04T14:30:00Z", TimePrecision.MINUTE));
        assertThat(Dates.written("2026-03-04", "25:30", "UT", null))
                .contains(new EventTime("2026-03-04", TimePrecision.DATE));
    }
}
