package io.lotwire.edi.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateFormTest {
    @ParameterizedTest
    @CsvSource({
        "2, 311226",
        "3, 123126",
        "4, 31122026",
        "5, 311220262359",
        "101, 261231",
        "102, 20261231",
        "103, 26535",
        "105, 26365",
        "106, 1231",
        "107, 365",
        "201, 2612312359",
        "202, 261231235959",
        "203, 202612312359",
        "204, 20261231235959",
        "205, 202612312359+0100",
        "208, 20261231235959-0330",
        "301, 2612312359UTC",
        "303, 202612312359CET",
        "303, 202612312359+01",
        "303, 202612312359-0500",
        "303, 202612312359Z",
        "304, 20261231235959EST",
        "401, 2359",
        "402, 235959",
        "404, 235959UTC",
        "501, 08001700",
        "602, 2026",
        "608, 20264",
        "609, 2612",
        "610, 202612",
        "615, 2653",
        "616, 202653",
        "709, 26012612",
        "710, 202601202612",
        "711, 2026010120260131",
        "713, 26010108002601311700",
        "715, 26012653",
        "716, 202601202653",
        "717, 260101260131",
        "718, 2026010120260131",
        "718, 20260101-20260131",
        "719, 202601010800202601311700",
        "719, 202601010800-202601311700",
        "801, 2",
        "804, 90",
        "203, 202612312400",
    })
    void whatTheDirectoryAllowsIsRight(String code, String value) {
        assertThat(DateForm.edifact(code).read(value)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "102, 20260230", "102, 202612", "101, 261301", "203, 202612312560", "205, 2026123123590100",
                "303, 202612312359",
        "303, 202612312359?", "610, 202613", "616, 202654", "718, 20260101--20260131", "718, 2026010120260231",
                "804, x",
        "103, 26538", "103, 25531",
    })
    void whatItDoesNotIsWrong(String code, String value) {
        assertThat(DateForm.edifact(code).read(value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "D8, 20261231, 2026-12-31", "D6, 261231, 2026-12-31", "DB, 12312026, 2026-12-31",
                "DT, 202612312359, 2026-12-31",
        "RTS, 20261231235959, 2026-12-31", "KA, 26DEC31, 2026-12-31", "TT, 123126, 2026-12-31", "TU, 26365, 2026-12-31",
        "TR, 3112262359, 2026-12-31",
    })
    void x12NamesADayInManyForms(String code, String value, String day) {
        StatedTime from = DateForm.x12(code).read(value).orElseThrow().from();

        assertThat(String.format(Locale.ROOT, "%04d-%02d-%02d", from.year(), from.month(), from.day()))
                .isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"CM, 202612", "CY, 2026", "RD8, 20260101-20260131", "RD8, 2026010120260131", "CD, DEC2026", "TM, 2359"})
    void andMonthsYearsPeriodsAndTimes(String code, String value) {
        assertThat(DateForm.x12(code).read(value)).isPresent();
    }

    @Property
    void readingNeverThrows(@ForAll String text) {
        for (String code : new String[] {"102", "103", "105", "303", "610", "718", "804"}) {
            assertThat(DateForm.edifact(code).read(text)).isNotNull();
        }
        assertThat(DateForm.x12("KA").read(text)).isNotNull();
    }
}
