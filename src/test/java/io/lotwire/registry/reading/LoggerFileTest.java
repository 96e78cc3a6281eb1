package io.lotwire.registry.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoggerFileTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void aFileOfALoggerIsReadPastWhatStandsAboveItsColumns() throws IOException {
        assertThat(read("""
                        Cold chain report;
                        Serial number;TT-204;
                        Interval;10 min;

                        No.;Date/Time;Temperature °C;Humidity %rH;High alarm °C
                        1;2026-03-18 06:00:00;2,1;91;5,0
                        2;2026-03-18 06:10:00;-0,5;;5,0
                        3;2026-03-18 06:20:00;;;5,0
                        """, "TT-204", "UTC", null))
                .containsExactly(
                        "TT-204 temperature 2026-03-18T06:00:00Z 2.1",
                        "TT-204 humidity 2026-03-18T06:00:00Z 91",
                        "TT-204 temperature 2026-03-18T06:10:00Z -0.5");
        assertThat(problems).isEmpty();
    }

    @Test
    void fahrenheitIsToldInCelsiusWhetherTheColumnOrTheValueSaysIt() throws IOException {
        assertThat(read("time,Temperature (°F)\n2026-03-18T06:00Z,41\n", "A", null, null))
                .containsExactly("A temperature 2026-03-18T06:00:00Z 5.000");
        assertThat(read("time,temp\n2026-03-18T06:00Z,32 °F\n2026-03-18T06:10Z,4.5C\n", "A", null, null))
                .containsExactly("A temperature 2026-03-18T06:00:00Z 0.000", "A temperature 2026-03-18T06:10:00Z 4.5");
    }

    @Test
    void aColumnNamesTheLoggerOfEachReading() throws IOException {
        assertThat(read(
                        "logger_id,date,time,temperature\nA,2026-03-18,06:00,1\nB,2026-03-18,06:00,2\n",
                        "",
                        "UTC",
                        null))
                .containsExactly("A temperature 2026-03-18T06:00:00Z 1", "B temperature 2026-03-18T06:00:00Z 2");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-18T06:00:00.250Z, 2026-03-18T06:00:00Z",
        "2026-03-18 06:00+01:00, 2026-03-18T05:00:00Z",
        "2026/3/8 6:05, 2026-03-08T13:05:00Z",
        "18.03.2026 06:00, 2026-03-18T13:00:00Z",
        "03/18/2026 1:30 PM, 2026-03-18T20:30:00Z",
        "3/18/26 12:30 am, 2026-03-18T07:30:00Z",
    })
    void timesAreReadAsLoggersWriteThem(String time, String moment) throws IOException {
        assertThat(read("time,temperature\n" + time + ",1\n", "A", "America/Los_Angeles", null))
                .containsExactly("A temperature " + moment + " 1");
    }

    @Test
    void theHourThatClocksRepeatInAutumnIsTwoHours() throws IOException {
        assertThat(read("""
                        time,temperature
                        2026-11-01 00:30,1
                        2026-11-01 01:30,2
                        2026-11-01 01:30,3
                        2026-11-01 02:30,4
                        """, "A", "America/Los_Angeles", null))
                .containsExactly(
                        "A temperature 2026-11-01T07:30:00Z 1",
                        "A temperature 2026-11-01T08:30:00Z 2",
                        "A temperature 2026-11-01T09:30:00Z 3",
                        "A temperature 2026-11-01T10:30:00Z 4");
    }

    @Test
    void whichNumberOfADateIsTheDayIsAskedOnceAndThenFollowed() throws IOException {
        String file = "time,temperature\n03/04/2026 06:00Z,1\n03/04/2026 07:00Z,2\n";
        assertThat(read(file, "A", null, null)).isEmpty();
        assertThat(codes()).containsExactly(ReadingFault.TIME_AMBIGUOUS);
        problems.clear();
        assertThat(read(file, "A", null, DateOrder.DMY)).first().isEqualTo("A temperature 2026-04-03T06:00:00Z 1");
        assertThat(read(file, "A", null, DateOrder.MDY)).first().isEqualTo("A temperature 2026-03-04T06:00:00Z 1");
    }

    @Test
    void allThatIsWrongIsToldWithItsPlace() throws IOException {
        read("""
                        time,temperature,humidity
                        2026-03-18 06:00,1,90
                        yesterday,1,90
                        2026-02-30T06:00Z,1,90
                        2026-03-18T06:00Z,warm,90
                        2026-03-18T06:10Z,-300,101
                        2027-03-18T06:10Z,1,90
                        2026-03-18T06:20Z,1,90
                        2026-03-18T06:20Z,1,91
                        2026-03-18T06:30Z,1,90,7
                        """, "", null, null);
        assertThat(problems.stream().map(Problem::toString))
                .containsExactly(
                        "t.csv:2: error LOGGER_MISSING: It is not said which logger measured this: say its number by --logger,"
                                + " or in a column 'logger'.",
                        "t.csv:2, column 1 (time): error ZONE_MISSING: '2026-03-18 06:00' does not say in which time zone it is:"
                                + " say it by --zone, such as --zone America/Los_Angeles or --zone UTC.",
                        "t.csv:3, column 1 (time): error TIME_MALFORMED: 'yesterday' is no time: 2026-03-18T06:00:00Z,"
                                + " 2026-03-18 06:00 or 18/03/2026 06:00 would be.",
                        "t.csv:4, column 1 (time): error TIME_MALFORMED: '2026-02-30T06:00Z' is no time: 2026-03-18T06:00:00Z,"
                                + " 2026-03-18 06:00 or 18/03/2026 06:00 would be.",
                        "t.csv:5, column 2 (temperature): error VALUE_MALFORMED: 'warm' is no number: 4.5, 4,5 or -0.5 would be."
                                + " Leave the field empty where nothing was measured.",
                        "t.csv:6, column 2 (temperature): error VALUE_IMPOSSIBLE: A temperature of -300 °C cannot have been"
                                + " measured: check the column and the logger.",
                        "t.csv:6, column 3 (humidity): error VALUE_IMPOSSIBLE: A humidity of 101 % cannot have been measured:"
                                + " check the column and the logger.",
                        "t.csv:7, column 1 (time): error TIME_AHEAD: 2027-03-18T06:10:00Z is yet to come: check the zone, the"
                                + " order of day and month, and the logger's clock.",
                        "t.csv:9: error READING_DIFFERS: Line 8 says that the humidity was 90 % at this time, this one says 91 %:"
                                + " keep the one that is right.",
                        "t.csv:10: error FIELD_COUNT_WRONG: The row has 4 fields, but there are 3 columns: quote a field that"
                                + " holds a separator, such as a number with a decimal comma.");
    }

    @Test
    void aFileWithoutColumnsThatAreKnownIsRefused() throws IOException {
        read("a,b\n1,2\n", "A", null, null);
        read("", "A", null, null);
        assertThat(codes()).containsExactly(ReadingFault.COLUMNS_UNKNOWN, ReadingFault.COLUMNS_UNKNOWN);
    }

    @Test
    void aFileOfMoreReadingsThanAreTakenIsRefusedWhenThatIsSeen() throws IOException {
        StringBuilder file = new StringBuilder("time,temperature\n");
        Instant first = Instant.parse("2020-01-01T00:00:00Z");
        for (int i = 0; i <= LoggerFile.MOST_READINGS; i++) {
            file.append(first.plusSeconds(60L * i)).append(",1\n");
        }
        assertThat(read(file.toString(), "A", null, null)).isEmpty();
        assertThat(codes()).containsExactly(ReadingFault.READINGS_TOO_MANY);
    }

    private List<Object> codes() {
        return problems.stream().<Object>map(Problem::code).toList();
    }

    private List<String> read(String file, String logger, String zone, DateOrder order) throws IOException {
        return new LoggerFile(
                        "t.csv",
                        logger,
                        Optional.ofNullable(zone).map(ZoneId::of),
                        Optional.ofNullable(order),
                        NOW,
                        problems::add)
                .read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))).stream()
                        .map(reading ->
                                reading.logger() + " " + reading.measure().word() + " " + reading.at() + " "
                                        + reading.value().toPlainString())
                        .toList();
    }
}
