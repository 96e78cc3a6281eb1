package io.lotwire.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AcknowledgementsTest {
    @Test
    void whatAPartnerRejectsIsReadWithItsReasons() {
        GroupAcknowledgement read = read(
                "997",
                "AK1*SH*45",
                "AK2*856*0001",
                "AK3*LIN*16**8",
                "AK4*3*234*5*LONG",
                "AK3*XYZ*20**1",
                "AK5*R*5",
                "AK2*856*0002",
                "AK5*A",
                "AK9*P*2*2*1");

        assertThat(read)
                .isEqualTo(new GroupAcknowledgement(
                        "SH",
                        "45",
                        Verdict.PARTLY_ACCEPTED,
                        2,
                        2,
                        1,
                        List.of(),
                        List.of(
                                new SetAcknowledgement(
                                        "856",
                                        "0001",
                                        Verdict.REJECTED,
                                        List.of("5"),
                                        List.of(
                                                new SetAcknowledgement.Note("LIN", 16, "3", "5", "LONG"),
                                                new SetAcknowledgement.Note("XYZ", 20, "", "1", ""))),
                                new SetAcknowledgement("856", "0002", Verdict.ACCEPTED, List.of(), List.of()))));
    }

    @Test
    void anImplementationAcknowledgementIsReadTheSameWay() {
        GroupAcknowledgement read = read(
                "999",
                "AK1*SH*45*005010",
                "AK2*856*0001",
                "IK3*HL*3**8",
                "CTX*HL01",
                "IK4*2*734*7*9",
                "IK5*E*5",
                "AK9*E*1*1*1");

        assertThat(read.verdict()).isEqualTo(Verdict.ACCEPTED_WITH_ERRORS);
        assertThat(read.sets().get(0).notes()).containsExactly(new SetAcknowledgement.Note("HL", 3, "2", "7", "9"));
    }

    @Test
    void aGroupRejectedForItsEnvelopeIsReadWithItsCodes() {
        assertThat(read("997", "AK1*SH*45", "AK9*R*2*1*0*5*4").codes()).containsExactly("5", "4");
    }

    @Test
    void rejectionsForSecurityAreRejections() {
        for (String code : List.of("M", "W", "X")) {
            assertThat(read("997", "AK1*SH*45", "AK9*" + code + "*1*1*0").verdict())
                    .isEqualTo(Verdict.REJECTED);
        }
    }

    @Test
    void anotherSetIsNoAcknowledgement() {
        assertThat(Acknowledgements.read(Reception.of(Sample.shipNotice()).set()))
                .isEmpty();
    }

    @Test
    void anInterchangeAcknowledgementIsReadFromItsInterchange() {
        String file = Sample.header() + "TA1*000000050*260303*1200*R*025~IEA*0*000000101~";

        assertThat(Reception.of(file).interchanges.get(0).acknowledgements())
                .containsExactly(
                        new InterchangeAcknowledgement("000000050", "260303", "1200", Verdict.REJECTED, "025"));
    }

    @Test
    void anAgreementCanAskForAnInterchangeAcknowledgementEachTime() {
        InterchangeSummary clean =
                Reception.of(Sample.shipNotice()).interchanges.get(0);

        assertThat(Acknowledgements.interchange(clean, false)).isEmpty();
        assertThat(Acknowledgements.interchange(clean, true))
                .contains(new InterchangeAcknowledgement("000000101", "260304", "1430", Verdict.ACCEPTED, "000"));
    }

    @Test
    void anInterchangeThatCameBeforeIsRejectedAsAWhole() {
        InterchangeSummary again = Reception.of(Sample.shipNotice())
                .interchanges
                .get(0)
                .with("in.edi", Fault.INTERCHANGE_DUPLICATE, 13, "ISA13 came before; send a new number.");

        assertThat(Acknowledgements.due(again)).isEmpty();
        assertThat(Acknowledgements.interchange(again, false))
                .contains(new InterchangeAcknowledgement("000000101", "260304", "1430", Verdict.REJECTED, "025"));
        assertThat(again.problems().get(0).place())
                .hasToString("in.edi: interchange 000000101, segment 1 (ISA), element 13, byte 90");
    }

    @Test
    void whatWeWriteTheSenderReads() {
        Reception reception = Reception.of(Sample.shipNotice().replace("HL*5*3*I", "HL*5*33*I"));

        Reception sender = Reception.of(reception.functionalAcknowledgement().orElseThrow());

        assertThat(Acknowledgements.read(sender.set()))
                .contains(new GroupAcknowledgement(
                        "SH",
                        "7",
                        Verdict.REJECTED,
                        1,
                        1,
                        0,
                        List.of(),
                        List.of(new SetAcknowledgement(
                                "856",
                                "0001",
                                Verdict.REJECTED,
                                List.of("5"),
                                List.of(new SetAcknowledgement.Note("HL", 17, "2", "7", "33"))))));
    }

    private static GroupAcknowledgement read(String set, String... body) {
        return Acknowledgements.read(Reception.of(Sample.of(set, body)).set()).orElseThrow();
    }
}
