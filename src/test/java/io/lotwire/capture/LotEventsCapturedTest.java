package io.lotwire.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.TimePrecision;
import io.lotwire.lot.Transformation;
import io.lotwire.mapping.MappingFault;
import io.lotwire.unit.UnitList;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LotEventsCapturedTest {
    private static final String ID = "ab".repeat(32);
    private static final String EVENT = """
            {"type":"packed","eventTime":"2026-03-04T10:30:00-06:00","item":{"gtin":"10614141000019"},\
            "lot":{"code":"AB1","kind":"lot"},"quantity":{"value":"12","unit":"CA"}}""";
    private static final String OTHER = EVENT.replace("AB1", "AB2");

    @Test
    void eachLineIsAnEventWithTheBytesThatItCameFrom() {
        Read read = Read.lotEvents(EVENT + "\n\n  " + OTHER + " \r\n");

        assertThat(read.lines()).isEmpty();
        assertThat(read.events()).extracting(event -> event.lot().code()).containsExactly("AB1", "AB2");
        assertThat(read.events()).allSatisfy(event -> {
            assertThat(event.source().partner()).isEqualTo("ridgeline");
            assertThat(event.source().document()).isEqualTo("lot-events");
            assertThat(event.source().sha256()).hasSize(64);
        });
        LotEvent second = read.events().get(1);
        assertThat(second.source().segment()).isEqualTo(3);
        assertThat(second.source().offset()).isEqualTo(EVENT.length() + 4L);
        assertThat(second.source().length()).isEqualTo(OTHER.length());
    }

    @Test
    void aListAndAnObjectOverSeveralLinesSayTheSameAsLines() {
        List<String> codes = List.of("AB1", "AB2");
        String pretty = EVENT.replace("{\"type\"", "{\n\"type\"").replace(",\"", ",\n  \"");

        assertThat(Read.lotEvents("[" + EVENT + "," + OTHER + "]").events())
                .extracting(event -> event.lot().code())
                .isEqualTo(codes);
        Read list = Read.lotEvents("\ufeff [\n" + EVENT + " ,\n" + OTHER + "\n]\n");
        assertThat(list.lines()).isEmpty();
        assertThat(list.events()).extracting(event -> event.lot().code()).isEqualTo(codes);
        assertThat(list.events().get(1).source().segment()).isEqualTo(2);
        assertThat(list.events().get(1).source().offset()).isEqualTo(EVENT.length() + 9L);
        assertThat(Read.lotEvents(pretty).event().lot().code()).isEqualTo("AB1");
        assertThat(Read.lotEvents(EVENT).event().lot().code()).isEqualTo("AB1");
    }

    @Test
    void aFirstLineNamesTheDocumentAndWhatItMeansToDo() {
        Read read = Read.lotEvents("{\"document\":{\"number\":\"WO-17\",\"purpose\":\"replace\"}}\n" + EVENT);

        assertThat(read.outcome().documentNumber()).isEqualTo("WO-17");
        assertThat(read.outcome().purpose()).isEqualTo(Purpose.REPLACE);
        assertThat(read.event().purpose()).isEqualTo(Purpose.REPLACE);
        assertThat(read.event().source().segment()).isEqualTo(2);
    }

    @Test
    void aDocumentThatCancelsNeedsNoEvents() {
        Read read = Read.lotEvents("{\"document\":{\"number\":\"WO-17\",\"purpose\":\"cancel\"}}");

        assertThat(read.lines()).isEmpty();
        assertThat(read.outcome().purpose()).isEqualTo(Purpose.CANCEL);
    }

    @Test
    void aDocumentSentAgainGivesTheSameIdsAndAnotherDocumentOthers() {
        String first = "{\"document\":{\"number\":\"WO-17\"}}\n";
        List<String> ids = Read.lotEvents(first + EVENT + "\n" + EVENT).ids();

        assertThat(ids).doesNotHaveDuplicates().hasSize(2);
        assertThat(Read.lotEvents(first + EVENT + "\n\n" + EVENT).ids()).isEqualTo(ids);
        assertThat(Read.lotEvents(first.replace("17", "18") + EVENT).ids()).doesNotContainAnyElementsOf(ids);
    }

    @Test
    void withoutANumberTheBytesOfTheFileTellDocumentsApart() {
        List<String> ids = Read.lotEvents(EVENT).ids();

        assertThat(Read.lotEvents(EVENT).ids()).isEqualTo(ids);
        assertThat(Read.lotEvents(EVENT + "\n" + OTHER).ids()).doesNotContainAnyElementsOf(ids);
    }

    @Test
    void anEventWithAnIdOfItsSendersIsOneWhereverItStandsAndItsIdIsOurs() {
        String stated = EVENT.replace("{\"type\"", "{\"eventId\":\"" + ID + "\",\"type\"");
        List<String> ids = Read.lotEvents(stated).ids();

        assertThat(ids).doesNotContain(ID).hasSize(1);
        assertThat(Read.lotEvents(OTHER + "\n" + stated).ids()).containsAll(ids);
        assertThat(Read.lotEvents("{\"document\":{\"number\":\"7\"}}\n" + stated)
                        .ids())
                .isEqualTo(ids);
        assertThat(Read.lotEvents(stated + "\n" + stated).ids()).isEqualTo(ids);
        assertThat(Read.lotEvents(stated.replace("ab", "cd")).ids()).doesNotContainAnyElementsOf(ids);
    }

    @Test
    void anIdThatStandsAtTwoStatementsIsAnError() {
        String stated = EVENT.replace("{\"type\"", "{\"eventId\":\"" + ID + "\",\"type\"");

        Read read = Read.lotEvents(stated + "\n" + stated.replace("AB1", "AB2"));

        assertThat(read.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(CaptureFault.ID_USED_TWICE);
            assertThat(problem.place().segment()).isEqualTo(2);
        });
    }

    @Test
    void allThatIsWrongIsToldAtOnceWithLineAndField() {
        Read read = Read.lotEvents("""
                {"type":"packd","eventTime":"2026-02-30","colour":"red","item":{"gtin":"10614141000018"},"transformation":{"id":"W1"}}
                not JSON
                {"type":"packed","item":{"gtin":"614141000012"},"lot":{"kind":"lots","code":"","expires":"31.12.2026"},"quantity":{"unit":"CA"}}
                """ + EVENT);

        assertThat(read.lines())
                .extracting(line -> line.replaceAll("^in.json: segment (\\d), byte \\d+: error ", "$1 "))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("1 WORD_UNKNOWN: Line 1, type: 'packd'")
                                .endsWith("Did you mean 'packed'?"),
                        line -> assertThat(line).startsWith("1 DATE_INVALID: Line 1, eventTime: '2026-02-30'"),
                        line -> assertThat(line)
                                .startsWith("1 GTIN_INVALID: Line 1, item.gtin: '10614141000018'")
                                .contains("its check digit would be 9"),
                        line -> assertThat(line).startsWith("1 FIELD_MISSING: Line 1, transformation.role:"),
                        line -> assertThat(line).startsWith("1 FIELD_UNKNOWN: Line 1, colour:"),
                        line -> assertThat(line).startsWith("2 JSON_INVALID: Line 2: It is no JSON at character"),
                        line -> assertThat(line)
                                .startsWith("3 GTIN_INVALID: Line 3, item.gtin:")
                                .contains("Write it with its zeros: 00614141000012."),
                        line -> assertThat(line).startsWith("3 FIELD_INVALID: Line 3, lot.code: It is empty"),
                        line -> assertThat(line).startsWith("3 WORD_UNKNOWN: Line 3, lot.kind: 'lots'"),
                        line -> assertThat(line).startsWith("3 DATE_INVALID: Line 3, lot.expires: '31.12.2026'"),
                        line -> assertThat(line).startsWith("3 FIELD_MISSING: Line 3, quantity.value:"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "shipTo":{"gln":"0614141000006"} | GLN_INVALID | shipTo.gln
            "shipTo":{} | FIELD_MISSING | shipTo
            "logisticUnit":{"sscc":"006141411234567891"} | SSCC_INVALID | logisticUnit.sscc
            "logisticUnit":{"type":"pallet"} | FIELD_MISSING | logisticUnit.sscc
            "transformation":{"role":"input"} | FIELD_MISSING | transformation.id
            "references":[{"type":"Purchase Order","value":"1"}] | FIELD_INVALID | references[0].type
            "references":{"type":"asn"} | FIELD_INVALID | references
            "reason":{"code":"1"} | FIELD_MISSING | reason.list
            "condition":"mouldy" | WORD_UNKNOWN | condition
            "eventId":"17" | FIELD_INVALID | eventId
            "purpose":"undo" | WORD_UNKNOWN | purpose
            "timePrecision":"date" | DATE_INVALID | timePrecision
            "source":{"document":"856","segment":0} | FIELD_INVALID | source.segment
            "issues":[{"code":"NO_SUCH","severity":"warning","message":"x"}] | WORD_UNKNOWN | issues[0].code
            "issues":[{"code":"DOCUMENT_REJECTED","severity":"error","message":"x"}] | FIELD_INVALID | issues[0].code
            "document":17 | FIELD_INVALID | document
            "condition":"\\ud800" | FIELD_INVALID | condition
            """)
    void aFieldThatCannotBeSoIsToldByItsPath(String field, String code, String path) {
        Read read = Read.lotEvents(EVENT.substring(0, EVENT.length() - 1) + "," + field + "}");

        assertThat(read.problems()).anySatisfy(problem -> {
            assertThat(problem.code().name()).isEqualTo(code);
            assertThat(problem.message()).startsWith("Line 1, " + path + ": ");
            assertThat(problem.isError()).isTrue();
        });
    }

    @Test
    void numbersAreTakenToTheDigitAsTextsAndAsNumbers() {
        assertThat(Read.lotEvents(EVENT.replace("\"12\"", "12.50"))
                        .event()
                        .quantity()
                        .value())
                .isEqualTo("12.50");
        assertThat(Read.lotEvents(EVENT.replace("\"12\"", "1e3"))
                        .event()
                        .quantity()
                        .value())
                .isEqualTo("1000");
        for (String wrong : List.of("\"1,5\"", "\"twelve\"", "1e999999999", "\"" + "1".repeat(31) + "\"", "true")) {
            assertThat(Read.lotEvents(EVENT.replace("\"12\"", wrong)).problems())
                    .as(wrong)
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.message()).startsWith("Line 1, quantity.value: "));
        }
    }

    @Test
    void whatIsDoneCannotBeOfTomorrowAfterNextButItMayBeAnnounced() {
        String ahead = EVENT.replace("2026-03-04", "2026-03-06");

        assertThat(Read.lotEvents(ahead).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(IssueCode.TIME_AHEAD);
            assertThat(problem.isError()).isTrue();
        });
        Read announced = Read.lotEvents(ahead.replace("packed", "shipped"));
        assertThat(announced.lines()).isEmpty();
        assertThat(announced.event().issues()).extracting(Issue::code).containsExactly(IssueCode.TIME_AHEAD);
        assertThat(Read.lotEvents(EVENT.replace("2026-03-04T10:30:00-06:00", "2026-03-05"))
                        .lines())
                .as("it is that day somewhere soon")
                .isEmpty();
    }

    @Test
    void aTimeWithoutItsOffsetIsMeantAtThePartnersHome() {
        String local = EVENT.replace("T10:30:00-06:00", "T10:30");

        assertThat(Read.lotEvents(local).event().time().value()).isEqualTo("2026-03-04T10:30");
        assertThat(Read.lotEvents(local).event().time().precision()).isEqualTo(TimePrecision.MINUTE);
        assertThat(Read.of(CaptureKind.LOT_EVENTS, local, ZoneId.of("America/Chicago"), false)
                        .event()
                        .time()
                        .value())
                .isEqualTo("2026-03-04T10:30-06:00");
    }

    @Test
    void aTransformationIsReadWithItsIdAndRole() {
        Read read = Read.lotEvents(EVENT.replace("packed", "transformed")
                .replace("{\"type\"", "{\"transformation\":{\"id\":\"WO-17\",\"role\":\"input\"},\"type\""));

        assertThat(read.event().transformation()).isEqualTo(new Transformation("WO-17", Transformation.Role.INPUT));
    }

    @Test
    void aMissingLotIsADoubtOrAnErrorWhereOneIsRequired() {
        String without = EVENT.replace("\"lot\":{\"code\":\"AB1\",\"kind\":\"lot\"},", "");

        assertThat(Read.lotEvents(without).event().issues())
                .extracting(Issue::code)
                .containsExactly(IssueCode.LOT_MISSING);
        assertThat(Read.of(CaptureKind.LOT_EVENTS, without, null, true).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(MappingFault.LOT_REQUIRED));
    }

    @Test
    void aDoubtfulNumberOfAUnitIsTakenWhereTheEventSaysSoItself() {
        String told = EVENT.substring(0, EVENT.length() - 1)
                + ",\"logisticUnit\":{\"sscc\":\"006141411234567891\"},\"issues\":[{\"code\":\"SSCC_INVALID\","
                + "\"severity\":\"warning\",\"message\":\"Its check digit is wrong.\"}]}";

        assertThat(Read.lotEvents(told).event().unit().sscc().digits()).isEqualTo("006141411234567891");
    }

    @Test
    void theUnitOfAnEventThatIsOfEdifactStaysOfItsList() {
        String told = EVENT.replace("\"CA\"", "\"CT\"");
        String ofEdifact = told.substring(0, told.length() - 1) + ",\"source\":{\"document\":\"DESADV\"}}";

        assertThat(Read.lotEvents(told).event().unitList()).isEqualTo(UnitList.X12);
        assertThat(Read.lotEvents(ofEdifact).event().unitList()).isEqualTo(UnitList.REC20);
    }

    @Test
    void aFileThatStatesNothingIsToldOf() {
        for (String nothing : List.of("", " \n ", "[]", "{\"document\":{\"number\":\"1\"}}")) {
            assertThat(Read.lotEvents(nothing).problems())
                    .as(nothing)
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.code()).isEqualTo(MappingFault.NOTHING_STATED));
        }
    }
}
