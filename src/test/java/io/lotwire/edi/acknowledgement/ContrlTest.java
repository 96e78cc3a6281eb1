package io.lotwire.edi.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.EdifactSample;
import io.lotwire.edi.Reception;
import io.lotwire.edi.Sample;
import io.lotwire.edi.envelope.InterchangeSummary;
import io.lotwire.edi.fault.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContrlTest {
    @Test
    void itIsDueWhereTheSenderOrTheAgreementAsksForIt() {
        String silent = EdifactSample.despatchAdvice();
        String asking = silent.replace("+REF42'UNH", "+REF42++++1'UNH");

        assertThat(Contrl.isDue(interchange(silent), false)).isFalse();
        assertThat(Contrl.isDue(interchange(silent), true)).isTrue();
        assertThat(Contrl.isDue(interchange(asking), false)).isTrue();
        assertThat(Contrl.isDue(interchange(Sample.shipNotice()), true)).isFalse();
    }

    @Test
    void itIsNeverDueForItself() {
        String contrl = EdifactSample.of("CONTRL:D:3", "UCI+77+A+B+7").replace("+REF42'UNH", "+REF42++++1'UNH");

        assertThat(Contrl.isDue(interchange(contrl), true)).isFalse();
    }

    @Test
    void anX12AcknowledgementIsNeverDueForEdifact() {
        Reception reception = Reception.of(EdifactSample.despatchAdvice().replace("UNZ+1", "UNZ+2"));

        assertThat(reception.functionalAcknowledgement(AcknowledgementKind.FUNCTIONAL))
                .isEmpty();
        assertThat(reception.interchangeAcknowledgement()).isEmpty();
    }

    @Test
    void aPartnersContrlIsReadAsAnAcknowledgement() {
        String file = EdifactSample.of(
                "CONTRL:D:3",
                "UCI+77+A+B+7",
                "UCM+1+DESADV:D:96A:UN+7",
                "UCM+2+DESADV:D:96A:UN+4+29+UNT+1",
                "UCS+8+15",
                "UCS+9",
                "UCD+12+2:1");

        GroupAcknowledgement read =
                Acknowledgements.read(Reception.of(file).set()).orElseThrow();

        assertThat(read.controlNumber()).isEqualTo("77");
        assertThat(read.verdict()).isEqualTo(Verdict.PARTLY_ACCEPTED);
        assertThat(read.sets())
                .containsExactly(
                        new SetAcknowledgement("DESADV", "1", "", Verdict.ACCEPTED, List.of(), List.of()),
                        new SetAcknowledgement(
                                "DESADV",
                                "2",
                                "",
                                Verdict.REJECTED,
                                List.of("29"),
                                List.of(
                                        new SetAcknowledgement.SegmentNote("", 8, "", "15", List.of()),
                                        new SetAcknowledgement.SegmentNote(
                                                "",
                                                9,
                                                "",
                                                "",
                                                List.of(new SetAcknowledgement.ElementNote(2, 1, 0, "", "12", ""))))));
    }

    @Test
    void aRejectedInterchangeSaysWhy() {
        String file = EdifactSample.of("CONTRL:4:1", "UCI+77+A+B+4+28+UNZ+2");

        GroupAcknowledgement read =
                Acknowledgements.read(Reception.of(file).set()).orElseThrow();

        assertThat(read.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(read.codes()).containsExactly("28");
    }

    @Test
    void whatWeWriteWeRead() {
        String file = EdifactSample.header()
                + EdifactSample.message("1", "DESADV:D:96A", "BGM+351+D-1+9")
                + EdifactSample.message("2", "DESADV:D:96A", "BGM+351+D-1+9", "CPS+1+7")
                + "UNZ+2+REF42'";

        byte[] contrl = Reception.of(file).syntaxReport().orElseThrow();

        GroupAcknowledgement read =
                Acknowledgements.read(Reception.of(contrl).set()).orElseThrow();
        assertThat(read.controlNumber()).isEqualTo("REF42");
        assertThat(read.sets())
                .extracting(SetAcknowledgement::verdict)
                .containsExactly(Verdict.ACCEPTED, Verdict.REJECTED);
    }

    private static InterchangeSummary interchange(String file) {
        return Reception.of(file).interchanges.get(0);
    }
}
