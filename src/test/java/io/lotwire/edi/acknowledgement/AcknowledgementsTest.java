package io.lotwire.edi.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.Reception;
import io.lotwire.edi.Sample;
import io.lotwire.edi.acknowledgement.SetAcknowledgement.ElementNote;
import io.lotwire.edi.acknowledgement.SetAcknowledgement.SegmentNote;
import io.lotwire.edi.envelope.FaultPolicy;
import io.lotwire.edi.envelope.GroupHeader;
import io.lotwire.edi.envelope.GroupSummary;
import io.lotwire.edi.envelope.InterchangeAcknowledgement;
import io.lotwire.edi.envelope.InterchangeAcknowledgement.When;
import io.lotwire.edi.envelope.InterchangeSummary;
import io.lotwire.edi.envelope.SetSummary;
import io.lotwire.edi.fault.Fault;
import io.lotwire.edi.fault.FaultClass;
import io.lotwire.edi.fault.Finding;
import io.lotwire.edi.fault.Verdict;
import io.lotwire.edi.segment.Delimiters;
import io.lotwire.edi.write.Envelope;
import io.lotwire.edi.write.Written;
import io.lotwire.edi.write.X12Writer;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
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
                "AK3*XYZ*20*LX*1",
                "AK5*R*5",
                "AK2*856*0002",
                "AK5*A",
                "AK9*P*2*2*1");

        assertThat(read)
                .isEqualTo(new GroupAcknowledgement(
                        AcknowledgementKind.FUNCTIONAL,
                        "SH",
                        "45",
                        "",
                        Verdict.PARTLY_ACCEPTED,
                        2,
                        2,
                        1,
                        List.of(),
                        List.of(
                                new SetAcknowledgement(
                                        "856",
                                        "0001",
                                        "",
                                        Verdict.REJECTED,
                                        List.of("5"),
                                        List.of(
                                                new SegmentNote(
                                                        "LIN",
                                                        16,
                                                        "",
                                                        "8",
                                                        List.of(new ElementNote(3, 0, 0, "234", "5", "LONG"))),
                                                new SegmentNote("XYZ", 20, "LX", "1", List.of()))),
                                new SetAcknowledgement("856", "0002", "", Verdict.ACCEPTED, List.of(), List.of()))));
    }

    @Test
    void anImplementationAcknowledgementIsReadTheSameWay() {
        GroupAcknowledgement read = read(
                "999",
                "AK1*SH*45*005010",
                "AK2*856*0001*005010",
                "IK3*HL*3**8",
                "CTX*HL01",
                "IK4*2>1>3*734*7*9",
                "IK5*E*5",
                "AK9*E*1*1*1");

        assertThat(read.verdict()).isEqualTo(Verdict.ACCEPTED_WITH_ERRORS);
        assertThat(read.kind()).isEqualTo(AcknowledgementKind.IMPLEMENTATION);
        assertThat(read.version()).isEqualTo("005010");
        assertThat(read.sets().get(0).convention()).isEqualTo("005010");
        assertThat(read.sets().get(0).notes())
                .containsExactly(new SegmentNote("HL", 3, "", "8", List.of(new ElementNote(2, 1, 3, "734", "7", "9"))));
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

        assertThat(Acknowledgements.interchange(clean, When.WHEN_ASKED)).isEmpty();
        assertThat(Acknowledgements.interchange(clean, When.ALWAYS))
                .contains(new InterchangeAcknowledgement("000000101", "260304", "1430", Verdict.ACCEPTED, "000"));
    }

    @Test
    void anInterchangeThatCameBeforeIsRejectedAsAWhole() {
        InterchangeSummary again = Reception.of(Sample.shipNotice())
                .interchanges
                .get(0)
                .with("in.edi", Fault.INTERCHANGE_DUPLICATE, 13, "ISA13 came before; send a new number.");

        assertThat(Acknowledgements.due(again)).isEmpty();
        assertThat(Acknowledgements.interchange(again, When.WHEN_ASKED))
                .contains(new InterchangeAcknowledgement("000000101", "260304", "1430", Verdict.REJECTED, "025"));
        assertThat(again.problems().get(0).place())
                .hasToString("in.edi: interchange 000000101, segment 1 (ISA), element 13, byte 90");
    }

    @Test
    void whatWeWriteTheSenderReads() {
        Reception reception = Reception.of(Sample.shipNotice().replace("HL*5*3*I", "HL*5*33*I"));

        Reception sender = Reception.of(reception
                .functionalAcknowledgement(AcknowledgementKind.FUNCTIONAL)
                .orElseThrow());

        assertThat(Acknowledgements.read(sender.set()).orElseThrow().sets())
                .containsExactly(new SetAcknowledgement(
                        "856",
                        "0001",
                        "",
                        Verdict.REJECTED,
                        List.of("5"),
                        List.of(new SegmentNote(
                                "HL", 17, "", "8", List.of(new ElementNote(2, 0, 0, "734", "7", "33"))))));
    }

    @Test
    void aGroupIsToldOfInShortWhereThatWasAgreed() {
        String two = Sample.interchange("004010", "856", List.of("BSN*00*ASN-1*20260304*1430", "HL*1**S"))
                .replace("GE*1*7~", "ST*856*0002~BSN*00*ASN-2*20260304*1430~HL*1*8*S~SE*4*0002~GE*2*7~");
        AcknowledgementStyle inShort = new AcknowledgementStyle(AcknowledgementKind.FUNCTIONAL, "", false);

        Reception sender = Reception.of(
                Reception.of(two).functionalAcknowledgement(inShort).orElseThrow());

        GroupAcknowledgement read = Acknowledgements.read(sender.set()).orElseThrow();
        assertThat(read.verdict()).isEqualTo(Verdict.PARTLY_ACCEPTED);
        assertThat(read.sets()).extracting(SetAcknowledgement::controlNumber).containsExactly("0002");
    }

    @Test
    void aRepetitionIsNamedFromTheVersionOnThatHasAPlaceForIt() {
        Place place = new Place("in.edi", "000000101", "7", "0001", 5, "REF", 4, 2, 3, 80);
        Problem problem = Problem.warning(Fault.CODE_INVALID, place, "REF04.2 is no code.");
        SetSummary set = new SetSummary(
                "856", "0001", "", place, List.of(new Finding(Fault.CODE_INVALID, problem, 3, "", "128", "XX")));
        GroupHeader header = new GroupHeader("SH", "A", "B", "20260304", "1430", "7", "X", "004010");
        GroupSummary group = new GroupSummary(header, 1, List.of(set), List.of());

        assertThat(written(group, AcknowledgementStyle.usual(AcknowledgementKind.FUNCTIONAL)))
                .contains("AK4*4>2*128*7*XX~");
        assertThat(written(group, new AcknowledgementStyle(AcknowledgementKind.FUNCTIONAL, "005010", true)))
                .contains("AK4*4>2>3*128*7*XX~");
        assertThat(written(group, AcknowledgementStyle.usual(AcknowledgementKind.IMPLEMENTATION)))
                .contains("IK4*4>2>3*128*7*XX~");
    }

    @Test
    void whatAGuideForbidsHasCodesOfItsOwnInAnImplementationAcknowledgement() {
        Place place = new Place("in.edi", "000000101", "7", "0001", 5, "REF", 2, 0, 0, 80);
        Finding element = new Finding(
                Fault.ELEMENT_NOT_USED,
                Problem.warning(Fault.ELEMENT_NOT_USED, place, "REF02 is not used."),
                3,
                "",
                "127",
                "X");
        Finding segment = new Finding(
                Fault.SEGMENT_NOT_USED,
                Problem.warning(Fault.SEGMENT_NOT_USED, place, "REF is not used."),
                4,
                "",
                "",
                "");
        SetSummary set = new SetSummary("856", "0001", "GUIDE1", place, List.of(element, segment));
        GroupHeader header = new GroupHeader("SH", "A", "B", "20260304", "1430", "7", "X", "005010");
        GroupSummary group = new GroupSummary(header, 1, List.of(set), List.of());

        assertThat(written(group, AcknowledgementStyle.usual(AcknowledgementKind.IMPLEMENTATION)))
                .contains("AK1*SH*7*005010~AK2*856*0001*GUIDE1~IK3*REF*3**8~IK4*2*127*I10*X~IK3*REF*4**I4~IK5*E*I5~");
        assertThat(written(group, AcknowledgementStyle.usual(AcknowledgementKind.FUNCTIONAL)))
                .contains("AK2*856*0001~AK3*REF*3**8~AK4*2*127*10*X~AK3*REF*4**2~AK5*E*5~");
    }

    @Test
    void anAgreementMakesAClassOfFaultsRejectOrPass() {
        Reception reception = Reception.of(Sample.of(
                "856", "BSN*00*ASN-1*20260304*1430", "HL*1**S", "DTM*011*20260230", "DTM**20260304", "HL*2*9*I"));
        SetSummary set = reception.set().summary();
        assertThat(set.findings())
                .extracting(Finding::fault)
                .containsExactlyInAnyOrder(Fault.DATE_INVALID, Fault.ELEMENT_MISSING, Fault.LEVEL_PARENT_UNKNOWN);

        assertThat(errors(FaultPolicy.USUAL, set))
                .containsExactlyInAnyOrder(Fault.ELEMENT_MISSING, Fault.LEVEL_PARENT_UNKNOWN);
        assertThat(errors(new FaultPolicy(Set.of(FaultClass.DATE), Set.of(FaultClass.MISSING)), set))
                .containsExactlyInAnyOrder(Fault.DATE_INVALID, Fault.LEVEL_PARENT_UNKNOWN);
    }

    private static List<ProblemCode> errors(FaultPolicy policy, SetSummary set) {
        return policy.judge(set).problems().stream()
                .filter(Problem::isError)
                .map(Problem::code)
                .toList();
    }

    private static String written(GroupSummary group, AcknowledgementStyle style) {
        String version = style.versionFor(group.header());
        X12Writer writer = new X12Writer(new Envelope(
                        Delimiters.USUAL,
                        "00401",
                        "ZZ",
                        "B",
                        "ZZ",
                        "A",
                        LocalDateTime.of(2026, 3, 4, 15, 0),
                        1,
                        false,
                        "P",
                        false)
                .forVersion(version));
        writer.group("FA", "BB", "AA", 1, version);
        Acknowledgements.writeGroup(writer, group, style, "0001");
        return new String(((Written.Interchange) writer.end()).bytes(), StandardCharsets.UTF_8);
    }

    private static GroupAcknowledgement read(String set, String... body) {
        return Acknowledgements.read(Reception.of(Sample.of(set, body)).set()).orElseThrow();
    }
}
