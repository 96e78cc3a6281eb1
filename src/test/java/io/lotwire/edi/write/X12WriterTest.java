package io.lotwire.edi.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.segment.Delimiters;
import io.lotwire.edi.segment.Element;
import io.lotwire.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class X12WriterTest {
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 3, 4, 14, 30);

    @Test
    void countsAndTrailersAreComputed() {
        X12Writer writer = new X12Writer(envelope(Delimiters.USUAL, "00401"))
                .group("SH", "FARM", "STORE", 45, "004010")
                .set("856", "0001")
                .segment("BSN", "00", "ASN-1", "20260304", "1430")
                .segment("HL", "1", "", "S")
                .set("856", "0002")
                .group("FA", "FARM", "STORE", 46, "004010");

        assertThat(text(writer))
                .isEqualTo("ISA*00*          *00*          *ZZ*FARM           *ZZ*STORE          *260304*1430*U*00401"
                        + "*000000007*1*T*>~GS*SH*FARM*STORE*20260304*1430*45*X*004010~ST*856*0001~"
                        + "BSN*00*ASN-1*20260304*1430~HL*1**S~SE*4*0001~ST*856*0002~SE*2*0002~GE*2*45~"
                        + "GS*FA*FARM*STORE*20260304*1430*46*X*004010~GE*0*46~IEA*2*000000007~");
    }

    @Test
    void trailingEmptyElementsAreLeftOut() {
        X12Writer writer = shipNotice(Delimiters.USUAL).segment("PRF", "PO-1", "", "", "");

        assertThat(text(writer)).contains("PRF*PO-1~");
    }

    @Test
    void componentsAndRepetitionsAreSeparated() {
        Delimiters delimiters = new Delimiters('*', ':', '^', "~");
        X12Writer writer = new X12Writer(envelope(delimiters, "00501"))
                .group("FA", "FARM", "STORE", 45, "005010")
                .set("997", "0001")
                .segment(
                        "AK4",
                        List.of(
                                new Element(List.of(List.of("2", "1"), List.of("3"))),
                                Element.of("128"),
                                Element.of("7")));

        assertThat(text(writer)).contains("AK4*2:1^3*128*7~").contains("*1430*^*00501*");
    }

    @Test
    void aDelimiterInAValueIsRefused() {
        for (String value : List.of("A*1", "A>1", "A~1", "A\n1")) {
            List<Problem> problems = refused(shipNotice(Delimiters.USUAL).segment("REF", "LT", value));

            assertThat(problems).extracting(Problem::code).containsExactly(Fault.DELIMITER_IN_DATA);
            assertThat(problems.get(0).place().element()).isEqualTo(2);
            assertThat(problems.get(0).place().segment()).isEqualTo(4);
        }
    }

    @Test
    void aValueThatIsTooLongIsRefusedAndNeverCut() {
        String lot = "L".repeat(31);

        assertThat(refused(shipNotice(Delimiters.USUAL).segment("REF", "LT", lot)))
                .extracting(Problem::code)
                .containsExactly(Fault.VALUE_TOO_LONG);
    }

    @Test
    void aLaterVersionTakesALongerReference() {
        Delimiters delimiters = new Delimiters('*', ':', '^', "~");
        X12Writer writer = new X12Writer(envelope(delimiters, "00501"))
                .group("SH", "FARM", "STORE", 45, "005010")
                .set("856", "0001")
                .segment("REF", "LT", "L".repeat(50));

        assertThat(text(writer)).contains("L".repeat(50));
    }

    @Test
    void aMissingMandatoryValueIsRefused() {
        assertThat(refused(shipNotice(Delimiters.USUAL).segment("SN1", "", "", "CA")))
                .extracting(Problem::code)
                .containsExactly(Fault.VALUE_MISSING);
    }

    @Test
    void aQualifierWithoutItsValueAndValuesThatExcludeEachOtherAreRefused() {
        X12Writer writer = shipNotice(Delimiters.USUAL)
                .segment("LIN", "", "UK", "10614141000019", "LT")
                .segment("MEA", "WT", "G", "12", "LB", "", "", "", "01");

        assertThat(refused(writer)).extracting(Problem::code).containsExactly(Fault.VALUE_MISSING, Fault.VALUE_INVALID);
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        X12Writer writer = shipNotice(Delimiters.USUAL)
                .segment("SN1", "", "many", "CA")
                .segment("DTM", "036", "20260230")
                .segment("HL", "1", "", "S", "1", "1");

        assertThat(refused(writer))
                .extracting(Problem::code)
                .containsExactly(Fault.VALUE_INVALID, Fault.VALUE_INVALID, Fault.VALUE_INVALID);
    }

    @Test
    void anEnvelopeThatDoesNotFitIsRefused() {
        Envelope envelope = new Envelope(
                Delimiters.USUAL, "00401", "Z", "A SENDER WITH A LONG NAME", "ZZ", "", TIME, 0, false, "P", false);

        assertThat(refused(new X12Writer(envelope)))
                .extracting(problem -> problem.place().element())
                .containsExactly(5, 6, 8, 13);
    }

    @Test
    void delimitersThatCollideAreRefused() {
        Delimiters delimiters = new Delimiters('*', '*', Delimiters.NONE, "~");

        assertThat(refused(new X12Writer(envelope(delimiters, "00401"))))
                .extracting(Problem::code)
                .contains(Fault.DELIMITERS_COLLIDE);
    }

    @Test
    void aRepetitionSeparatorIsForVersionsThatHaveOne() {
        assertThat(refused(new X12Writer(envelope(Delimiters.USUAL, "00501"))))
                .extracting(Problem::code)
                .containsExactly(Fault.VALUE_INVALID);
    }

    private static X12Writer shipNotice(Delimiters delimiters) {
        return new X12Writer(envelope(delimiters, "00401"))
                .group("SH", "FARM", "STORE", 45, "004010")
                .set("856", "0001");
    }

    private static Envelope envelope(Delimiters delimiters, String version) {
        return new Envelope(delimiters, version, "ZZ", "FARM", "ZZ", "STORE", TIME, 7, true, "T", false);
    }

    private static String text(X12Writer writer) {
        Written written = writer.end();
        assertThat(written).isInstanceOf(Written.Interchange.class);
        return new String(((Written.Interchange) written).bytes(), StandardCharsets.UTF_8);
    }

    private static List<Problem> refused(X12Writer writer) {
        Written written = writer.end();
        assertThat(written).isInstanceOf(Written.Refused.class);
        return ((Written.Refused) written).problems();
    }
}
