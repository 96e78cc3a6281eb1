package io.lotwire.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.lot.Certainty;
import io.lotwire.lot.Condition;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Gln;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.ItemId;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Quantity;
import io.lotwire.lot.Reason;
import io.lotwire.lot.TimePrecision;
import io.lotwire.mapping.MappingFault;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScansTest {
    private static final String GTIN = "10614141000019";
    private static final String CODE = "(01)" + GTIN + "(10)AB1(17)261231";
    private static final String PALLET = "006141411234567890";
    private static final String DOCK = "9506000182001";
    private static final String CUSTOMER = "9506000182018";
    private static final String SCAN = "{\"id\":\"1\",\"device\":\"gun-7\",\"time\":\"2026-03-04T10:30:00-06:00\","
            + "\"action\":\"receive\",\"code\":\"" + CODE + "\",\"quantity\":{\"value\":\"12\",\"unit\":\"CA\"}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                CODE,
                "]C101" + GTIN + "10AB1\\u001d17261231",
                "]d201" + GTIN + "1726123110AB1",
                "]e0(01)" + GTIN + "(17)261231(10)AB1",
                "]Q301" + GTIN + "10AB1\\u001d17261231",
                "01" + GTIN + "10AB1\\u001d17261231",
                "https://id.example.com/01/" + GTIN + "/10/AB1?17=261231",
            })
    void aScanIsAnEventOfTheLotThatTheCodeNames(String code) {
        LotEvent event = Read.scans(SCAN.replace(CODE, code)).event();

        assertThat(event.type()).isEqualTo(EventType.RECEIVED);
        assertThat(event.time().value()).isEqualTo("2026-03-04T10:30:00-06:00");
        assertThat(event.time().precision()).isEqualTo(TimePrecision.SECOND);
        assertThat(event.item().gtin().digits()).isEqualTo(GTIN);
        assertThat(event.lot().code()).isEqualTo("AB1");
        assertThat(event.lot().expires()).isEqualTo("2026-12-31");
        assertThat(event.lot().certainty().kind()).isEqualTo(Certainty.Kind.SCANNED);
        assertThat(event.quantity()).isEqualTo(new Quantity(new BigDecimal("12"), "CA", null));
        assertThat(event.issues()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "receive, RECEIVED, , , dock",
        "put-away, MOVED, , dock, dock",
        "pick, MOVED, , dock, dock",
        "unpack, UNPACKED, , dock, ",
        "ship, SHIPPED, , dock, ",
        "hold, ADJUSTED, HELD, dock, ",
        "release, ADJUSTED, RELEASED, dock, ",
        "count, COUNTED, , dock, ",
        "dispose, DISPOSED, , dock, ",
        "return, RETURNED, , , dock",
    })
    void eachActionSaysWhatHappenedAndWhere(
            String action, EventType type, Condition condition, String from, String to) {
        LotEvent event = Read.scans(SCAN.replace("\"receive\"", "\"" + action + "\",\"at\":{\"name\":\"dock\"}"))
                .event();

        assertThat(event.type()).isEqualTo(type);
        assertThat(event.condition()).isEqualTo(condition);
        assertThat(event.shipFrom() == null ? null : event.shipFrom().name()).isEqualTo(from);
        assertThat(event.shipTo() == null ? null : event.shipTo().name()).isEqualTo(to);
    }

    @Test
    void whereGoodsComeFromAndGoToIsTakenAsItIsStated() {
        LotEvent event = Read.scans(SCAN.replace(
                        "\"receive\"",
                        "\"ship\",\"at\":{\"gln\":\"" + DOCK + "\"},\"to\":{\"gln\":\"" + CUSTOMER + "\"}"))
                .event();

        assertThat(event.shipFrom().gln()).isEqualTo(new Gln(DOCK));
        assertThat(event.shipTo().gln()).isEqualTo(new Gln(CUSTOMER));
    }

    @Test
    void goodsArePackedIntoAUnitAndUnitsIntoOthers() {
        String pack = SCAN.replace("\"receive\"", "\"pack\",\"parent\":\"(00)" + PALLET + "\"");

        assertThat(Read.scans(pack).event().unit().sscc().digits()).isEqualTo(PALLET);
        LotEvent carton = Read.scans(pack.replace(CODE, "00395060001820000019").replace("(00)" + PALLET, PALLET))
                .event();
        assertThat(carton.unit().sscc().digits()).isEqualTo("395060001820000019");
        assertThat(carton.unit().parent().digits()).isEqualTo(PALLET);
        assertThat(Read.scans(SCAN.replace("\"receive\"", "\"pack\"")).lines())
                .singleElement()
                .asString()
                .contains("Line 1, parent: It is missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (02)10614141000019(37)48(10)AB1 | 48 | ''
            (01)10614141000019(10)AB1(3102)001250 | 12.50 | KG
            (01)10614141000019(10)AB1(3201)000045(30)3 | 4.5 | LB
            (01)10614141000019(10)AB1(30)3 | 3 | ''
            (01)10614141000019(10)AB1(21)S7 | 1 | ''
            """)
    void whatTheScanDoesNotSayOfTheQuantityTheCodeMay(String code, String value, String unit) {
        LotEvent event = Read.scans(
                        SCAN.replace(CODE, code).replace(",\"quantity\":{\"value\":\"12\",\"unit\":\"CA\"}", ""))
                .event();

        assertThat(event.quantity()).isEqualTo(new Quantity(new BigDecimal(value), unit, null));
    }

    @Test
    void datesPlacesAndSerialNumbersOfTheCodeAreTold() {
        String code = "(01)" + GTIN + "(10)AB1(11)260101(13)260102(15)260630(21)S7(410)" + CUSTOMER + "(414)" + DOCK
                + "(416)" + DOCK;

        LotEvent event =
                Read.scans(SCAN.replace(CODE, code).replace("receive", "ship")).event();

        assertThat(event.lot().manufactured()).isEqualTo("2026-01-01");
        assertThat(event.lot().packed()).isEqualTo("2026-01-02");
        assertThat(event.lot().bestBefore()).isEqualTo("2026-06-30");
        assertThat(event.lot().source().gln()).isEqualTo(DOCK);
        assertThat(event.item().ids()).containsExactly(new ItemId("gtin", GTIN), new ItemId("serial", "S7"));
        assertThat(event.shipFrom().gln().digits()).isEqualTo(DOCK);
        assertThat(event.shipTo().gln().digits()).isEqualTo(CUSTOMER);
    }

    @Test
    void identifiersThatEventsHaveNoPlaceForAreToldOf() {
        Read read = Read.scans(SCAN.replace(CODE, CODE + "(422)840(91)X"));

        assertThat(read.events()).hasSize(1);
        assertThat(read.lines()).singleElement().asString().contains("warning NOT_TOLD", "(422), (91)");
        String other = SCAN.replace(CODE, CODE + "(422)840(91)X").replace("\"1\"", "\"2\"");
        assertThat(Read.scans(SCAN.replace(CODE, CODE + "(422)840(91)X") + "\n" + other)
                        .lines())
                .singleElement()
                .asString()
                .contains("2 times");
    }

    @Test
    void aUnitAloneNeedsNoItemAndALotNeedsItsQuantity() {
        String unit =
                SCAN.replace(CODE, "(00)" + PALLET).replace(",\"quantity\":{\"value\":\"12\",\"unit\":\"CA\"}", "");

        assertThat(Read.scans(unit).event().issues()).isEmpty();
        assertThat(Read.scans(unit.replace("(00)" + PALLET, "(01)" + GTIN))
                        .event()
                        .issues())
                .extracting(Issue::code)
                .containsExactly(IssueCode.LOT_MISSING, IssueCode.QUANTITY_MISSING);
        assertThat(Read.of(CaptureKind.SCANS, unit.replace("(00)" + PALLET, "(01)" + GTIN), null, true)
                        .problems())
                .extracting(problem -> (Object) problem.code())
                .containsExactly(MappingFault.LOT_REQUIRED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            (01)10614141000018(10)AB1 | GTIN_INVALID | its check digit would be 9
            (01)10614141000109(10)AB1 | GTIN_INVALID | or 10614141000019
            (00)006141411234567809 | SSCC_INVALID | or 006141411234567890
            (01)10614141000019(10)AB1(414)9506000182003 | GLN_INVALID | its check digit would be 1
            (01)10614141000019(17)261331 | DATE_INVALID | (17) '261331' is no date
            01)10614141000019(10)AB1 | ELEMENT_STRING_INVALID | have been (01)10614141000019(10)AB1
            (0110614141000019(10)AB1 | ELEMENT_STRING_INVALID | have been (01)10614141000019(10)AB1
            (01)1061414100001910)AB1 | ELEMENT_STRING_INVALID | have been (01)10614141000019(10)AB1
            011061414100001910AB117261231 | ELEMENT_STRING_INVALID | have been (01)10614141000019(10)AB1(17)261231
            011061414100001910ABCDEFGHIJKLMNOP17261231 | ELEMENT_STRING_INVALID | (10)ABCDEFGHIJKLMNOP(17)261231
            10614141000019 | ELEMENT_STRING_INVALID | have been (01)10614141000019
            ]E00614141000012 | ELEMENT_STRING_INVALID | have been (01)00614141000012
            614141000012 | ELEMENT_STRING_INVALID | have been (01)00614141000012
            006141411234567890 | ELEMENT_STRING_INVALID | have been (00)006141411234567890
            (10)LOT 7 | ELEMENT_STRING_INVALID | holds ' '
            AB-1234 | ELEMENT_STRING_INVALID | is no GS1 element string
            (21)S7 | ITEM_MISSING | names no goods
            https://example.com/AQBhQUAAH4oP | ELEMENT_STRING_INVALID | is no GS1 Digital Link
            https://example.com/01/10614141000018 | GTIN_INVALID | its check digit would be 9
            """)
    void aMisreadCodeIsAnErrorThatSaysWhatItMayHaveBeen(String code, String fault, String sentence) {
        Read read = Read.scans(SCAN.replace(CODE, code));

        assertThat(read.events()).isEmpty();
        assertThat(read.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code().name()).isEqualTo(fault);
            assertThat(problem.message()).startsWith("Line 1, code: ").contains(sentence);
        });
    }

    @Test
    void aLotThatEndsLikeADateIsTakenWhereTheCodeSaysWhereItEnds() {
        assertThat(Read.scans(SCAN.replace(CODE, "(01)" + GTIN + "(10)AB117261231"))
                        .event()
                        .lot()
                        .code())
                .isEqualTo("AB117261231");
        assertThat(Read.scans(SCAN.replace(CODE, "10AB117261231\\u001d01" + GTIN))
                        .event()
                        .lot()
                        .code())
                .isEqualTo("AB117261231");
    }

    @Test
    void aScanThatComesTwiceOrLateIsOneEvent() {
        String other = SCAN.replace("\"1\"", "\"2\"");
        List<String> ids = Read.scans(SCAN + "\n" + other).ids();

        assertThat(ids).hasSize(2).doesNotHaveDuplicates();
        assertThat(Read.scans(other + "\n" + SCAN + "\n" + SCAN).ids()).containsExactly(ids.get(1), ids.get(0));
        assertThat(Read.scans(SCAN.replace("gun-7", "gun-8")).ids()).doesNotContainAnyElementsOf(ids);
    }

    @Test
    void anIdThatADeviceUsesTwiceIsAnError() {
        Read read = Read.scans(SCAN + "\n" + SCAN.replace("AB1", "AB2"));

        assertThat(read.lines()).singleElement().asString().contains("ID_USED_TWICE: Line 2, id: ");
        assertThat(Read.scans(SCAN + "\n" + SCAN.replace("AB1", "AB2").replace("gun-7", "gun-8"))
                        .ids())
                .hasSize(2);
    }

    @Test
    void allThatIsMissingOrWrongIsToldAtOnce() {
        Read read = Read.scans("{\"time\":\"2026-03-04T10:30:00\",\"action\":\"recieve\",\"qty\":1}");

        assertThat(read.lines())
                .extracting(line -> line.replaceAll(".*error ", ""))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).startsWith("FIELD_MISSING: Line 1, id: "),
                        line -> assertThat(line)
                                .startsWith("DATE_INVALID: Line 1, time: ")
                                .contains("offset"),
                        line -> assertThat(line)
                                .startsWith("WORD_UNKNOWN: Line 1, action: ")
                                .endsWith("Did you mean 'receive'?"),
                        line -> assertThat(line).startsWith("FIELD_MISSING: Line 1, code: "),
                        line -> assertThat(line).startsWith("FIELD_UNKNOWN: Line 1, qty: "));
    }

    @Test
    void noScanIsOfALaterDay() {
        assertThat(Read.scans(SCAN.replace("2026-03-04", "2026-03-06")).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(IssueCode.TIME_AHEAD));
    }

    @Test
    void nothingCanBeCountedAndNotReceived() {
        String nothing = SCAN.replace("\"12\"", "\"0\"");

        assertThat(Read.scans(nothing.replace("receive", "count"))
                        .event()
                        .quantity()
                        .value())
                .isZero();
        assertThat(Read.scans(nothing).lines()).singleElement().asString().contains("QUANTITY_INVALID");
        assertThat(Read.scans(SCAN.replace("\"12\"", "-3").replace("receive", "count"))
                        .lines())
                .singleElement()
                .asString()
                .contains("QUANTITY_INVALID");
    }

    @Test
    void aReasonIsAWordOrACode() {
        assertThat(Read.scans(SCAN.replace("\"receive\"", "\"hold\",\"reason\":\"leaking\""))
                        .event()
                        .reason())
                .isEqualTo(new Reason("leaking", "scan", ""));
        assertThat(Read.scans(SCAN.replace("\"receive\"", "\"hold\",\"reason\":{\"code\":\"07\",\"list\":\"X12 426\"}"))
                        .event()
                        .reason())
                .isEqualTo(new Reason("07", "X12 426", ""));
    }

    @Test
    void theScanAndItsCodeMayNotNameDifferentPlaces() {
        Read read = Read.scans(SCAN.replace(CODE, CODE + "(414)" + DOCK)
                .replace("\"receive\"", "\"receive\",\"at\":{\"gln\":\"" + CUSTOMER + "\"}"));

        assertThat(read.lines()).singleElement().asString().contains("GLN_INVALID: Line 1, at: ");
    }
}
