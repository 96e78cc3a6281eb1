package io.lotwire.edi.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lotwire.edi.EdifactSample;
import io.lotwire.edi.Reception;
import io.lotwire.edi.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class X12PathTest {
    private final Loop root = Reception.of(Sample.shipNotice()).set().root();
    private final Loop shipment = root.loops("HL").get(0);
    private final Loop item = shipment.loops("HL").get(0).loops("HL").get(0);

    @Test
    void anElementIsAddressedByItsNumber() {
        assertThat(texts("BSN-02", root)).containsExactly("ASN-1");
    }

    @Test
    void aSegmentIsChosenByItsFirstElement() {
        assertThat(texts("REF[BT]-02", item)).containsExactly("R-2");
        assertThat(texts("REF-02", item)).containsExactly("R-1", "R-2");
    }

    @Test
    void aSegmentIsChosenByAnyElement() {
        assertThat(texts("N1[03=UL]-04", shipment)).containsExactly("0614141000029", "0614141000005");
        assertThat(texts("N1[02=Green Hollow Farm]-04", shipment)).containsExactly("0614141000005");
    }

    @Test
    void theSegmentThatOpensAnInnerLoopIsSeen() {
        assertThat(texts("N1[SF]-02", shipment)).containsExactly("Green Hollow Farm");
    }

    @Test
    void aSegmentInsideAnInnerLoopIsAddressedThroughTheLoop() {
        assertThat(texts("N1[SF]/N4-01", shipment)).containsExactly("Orchard");
        assertThat(texts("N4-01", shipment)).isEmpty();
    }

    @Test
    void aPairIsAddressedByItsQualifier() {
        assertThat(texts("LIN/LT", item)).containsExactly("A-1", "A-2");
        assertThat(texts("LIN/UK", item)).containsExactly("10614141000019");
        assertThat(texts("LIN/VN", item)).isEmpty();
    }

    @Test
    void aWarehouseLineHasItsPairsWhereTheStandardPutsThem() {
        Loop line = Reception.of(Sample.of(
                        "945",
                        "W06*F*DO-1*20260305",
                        "N1*ST*Harbor Grocers",
                        "LX*1",
                        "W12*CC*60*60**CA**UK*10614141000019*NATIVE********VN*ROM-24***LT*L-9"))
                .set()
                .root()
                .loops("LX")
                .get(0);

        assertThat(texts("W12/LT", line)).containsExactly("L-9");
        assertThat(texts("W12/VN", line)).containsExactly("ROM-24");
        assertThat(texts("W12-09", line)).containsExactly("NATIVE");
    }

    @Test
    void aLoopThatIsClosedIsNotSeenFromAround() {
        Loop line = Reception.of(Sample.of(
                        "945", "W06*F*DO-1*20260305", "N1*ST*Harbor Grocers", "LX*1", "W12*CC*60*60**CA**LT*L-9"))
                .set()
                .root()
                .loops("LX")
                .get(0);

        assertThat(X12Path.parse("W12/LT").notInto("W12").all(line)).isEmpty();
        assertThat(X12Path.parse("W12/LT").notInto("W12").all(line.loops("W12").get(0)))
                .hasSize(1);
    }

    @Test
    void innerLevelsAreNotSeen() {
        assertThat(texts("PRF-01", shipment)).isEmpty();
        assertThat(texts("HL-03", shipment)).containsExactly("S");
    }

    @Test
    void aComponentIsAddressedBehindAPoint() {
        Loop set = Reception.of(Sample.of(
                        "997", "AK1*SH*7", "AK2*856*0001", "AK3*REF*3**8", "AK4*2>5*127*7", "AK5*R*5", "AK9*R*1*1*0"))
                .set()
                .root();

        assertThat(texts("AK4-01.2", set.loops("AK2").get(0).loops("AK3").get(0)))
                .containsExactly("5");
    }

    @Test
    void aValueKnowsWhereItStands() {
        Value value = X12Path.parse("LIN/LT").first(item).orElseThrow();

        assertThat(value.segment().toString()).startsWith("LIN*");
        assertThat(value.element()).isEqualTo(5);
        assertThat(value.segment().number()).isEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "LIN",
                "LIN-",
                "LIN-2",
                "LIN-00",
                "LIN-02.0",
                "lin-02",
                "LIN[-02",
                "N3/LT",
                "/LIN-02",
                "BSN-02/"
            })
    void whatIsNoPathIsRefusedWithASentence(String text) {
        assertThatThrownBy(() -> X12Path.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + text + "' is no path: ");
    }

    private static List<String> texts(String path, Loop loop) {
        return X12Path.parse(path).all(loop).stream().map(Value::text).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "DTM[137]-01.2, 20260304",
        "RFF[ON]-01.2, PO-1",
        "NAD[SU]-02.1, 0614141000005",
        "NAD[02.3=9]-02.1, 0614141000005 9506000120003",
        "NAD[SU]-04.1, Green Hollow Farm+Sons",
        "CPS[1]/CPS[2]/PAC/PCI[33E]/GIN[BJ]-02, 006141410000000012",
        "CPS/CPS/LIN/EN, 10614141000019",
        "CPS/CPS/LIN[03.2=EN]-03.1, 10614141000019",
        "CPS/CPS/LIN/PIA[1]/SA, ROM-24",
        "CPS/CPS/LIN/PIA[1]/NB, A:1",
        "CPS/CPS/LIN/PCI[36E]/GIN[BX]-02, LOT+A",
        "CPS/CPS/LIN/PCI[36E]/GIN[BX]-03, LOT-B",
        "CPS/CPS/LIN/PCI[36E]/DTM[361]-01.2, 20260318",
        "LIN/EN, ''",
        "CPS-01, ''"
    })
    void aPathFindsWhatAnEdifactMessageSays(String path, String values) {
        Loop message = Reception.of(EdifactSample.despatchAdvice()).set().root();

        List<String> found =
                X12Path.parse(path).all(message).stream().map(Value::text).toList();

        assertThat(String.join(" ", found)).isEqualTo(values);
    }
}
