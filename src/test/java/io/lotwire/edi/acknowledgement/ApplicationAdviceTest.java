package io.lotwire.edi.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.Reception;
import io.lotwire.edi.Sample;
import io.lotwire.edi.acknowledgement.ApplicationAdvice.Reason;
import io.lotwire.edi.envelope.GroupHeader;
import io.lotwire.edi.fault.Verdict;
import io.lotwire.edi.segment.Delimiters;
import io.lotwire.edi.write.Envelope;
import io.lotwire.edi.write.Written;
import io.lotwire.edi.write.X12Writer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationAdviceTest {
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 3, 4, 15, 0);

    @Test
    void whatWeAdviseTheSenderReads() {
        ApplicationAdvice advice = new ApplicationAdvice(
                Verdict.REJECTED,
                "ASN-1",
                "7",
                "0001",
                "856",
                List.of(
                        new Reason(
                                Reason.DATA_MISSING,
                                "The item in segment 16 (LIN) names no lot, but the agreement with Green Hollow Farm says"
                                        + " that each item has one: send it under LT, as the guide for the 856 tells.",
                                "LIN",
                                14,
                                4),
                        new Reason(Reason.DATA_MISSING, "Nothing is stated.", "", 0, 0)));
        Envelope envelope =
                new Envelope(Delimiters.USUAL, "00401", "ZZ", "DISTRIBUTOR", "ZZ", "FARM", TIME, 9, false, "P", true);
        X12Writer writer = new X12Writer(envelope).group("AG", "DISTRIBUTOR", "FARM", 9, "004010");
        GroupHeader about = new GroupHeader("SH", "FARM", "DISTRIBUTOR", "20260304", "1430", "7", "X", "004010");
        AdviceWriter.write(writer, advice, about, "88", TIME);

        Reception sender = Reception.of(((Written.Interchange) writer.end()).bytes());

        assertThat(sender.problems).isEmpty();
        assertThat(ApplicationAdvice.read(sender.set())).containsExactly(advice);
    }

    @Test
    void wordsOfOursThatHoldADelimiterAreSaidWithoutIt() {
        Envelope envelope =
                new Envelope(Delimiters.USUAL, "00401", "ZZ", "DISTRIBUTOR", "ZZ", "FARM", TIME, 9, false, "P", true);
        X12Writer writer = new X12Writer(envelope).group("AG", "DISTRIBUTOR", "FARM", 9, "004010");
        GroupHeader about = new GroupHeader("SH", "FARM", "DISTRIBUTOR", "20260304", "1430", "7", "X", "004010");
        Reason reason = new Reason(Reason.DATA_MISSING, "The lot 'A*1~' is none.", "LIN", 14, 0);
        AdviceWriter.write(
                writer,
                new ApplicationAdvice(Verdict.REJECTED, "ASN-1", "7", "0001", "856", List.of(reason)),
                about,
                "88",
                TIME);

        Reception sender = Reception.of(((Written.Interchange) writer.end()).bytes());

        assertThat(ApplicationAdvice.read(sender.set()).get(0).reasons())
                .extracting(Reason::text)
                .containsExactly("The lot 'A 1 ' is none.");
    }

    @Test
    void whatOfTheSendersOwnWordsDoesNotFitIsLeftOutOfTheAdvice() {
        Envelope envelope =
                new Envelope(Delimiters.USUAL, "00401", "ZZ", "DISTRIBUTOR", "ZZ", "FARM", TIME, 9, false, "P", true);
        X12Writer writer = new X12Writer(envelope).group("AG", "DISTRIBUTOR", "FARM", 9, "004010");
        GroupHeader about = new GroupHeader("SH", "FARM", "DISTRIBUTOR", "260304", "9", "G7", "X", "004010*VICS~");
        Reason reason = new Reason(Reason.DATA_MISSING, "It has no lot.", "LIN", 14, 0);
        AdviceWriter.write(
                writer,
                new ApplicationAdvice(Verdict.REJECTED, "ASN*1", "G7", "1", "856", List.of(reason)),
                about,
                "88",
                TIME);

        Reception sender = Reception.of(((Written.Interchange) writer.end()).bytes());

        assertThat(sender.problems).isEmpty();
        assertThat(ApplicationAdvice.read(sender.set()))
                .containsExactly(new ApplicationAdvice(Verdict.REJECTED, "0001", "0", "0001", "856", List.of(reason)));
    }

    @Test
    void anAperakSaysWhatBecameOfTheDocumentThatItNamesAndWhy() throws IOException {
        assertThat(aperak("clean-APERAK-D96A"))
                .containsExactly(new ApplicationAdvice(
                        Verdict.REJECTED,
                        "DES-1",
                        "",
                        "",
                        "",
                        List.of(new Reason("12", "Lot R001A is not known: ask the farm (LI 1)", "", 0, 0))));
        assertThat(aperak("clean-APERAK-D01B"))
                .containsExactly(new ApplicationAdvice(Verdict.ACCEPTED, "DES-1", "", "", "", List.of()));
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "BGM+312+A,                '',            ACCEPTED",
        "BGM+312+A,                ERC+100',      ACCEPTED_WITH_ERRORS",
        "BGM+313+A,                '',            REJECTED",
        "BGM+12E::9+A+6,           '',            ACCEPTED",
        "BGM+12E::9+A+27,          '',            REJECTED",
        "BGM+313+A+29,             '',            ACCEPTED",
        "BGM++A+9+RE,              '',            REJECTED",
        "BGM++A+27+AP,             '',            ACCEPTED",
        "BGM++A+9+CA,              '',            ACCEPTED_WITH_ERRORS",
        "BGM++A+9,                 '',            ACCEPTED",
        "BGM++A+9,                 ERC+12',       REJECTED"
    })
    void anAperakIsJudgedByItsResponseThenItsFunctionThenItsNameThenItsErrors(
            String begin, String errors, Verdict verdict) {
        String message = "UNB+UNOC:3+A:14+B:14+260304:1430+1'UNH+1+APERAK:D:96A:UN'" + begin
                + "'RFF+ON:PO-1'RFF+DM:DES-1'" + errors + "UNT+" + (errors.isEmpty() ? 5 : 6) + "+1'UNZ+1+1'";

        List<ApplicationAdvice> said = ApplicationAdvice.read(
                Reception.of(message.getBytes(StandardCharsets.US_ASCII)).set());

        assertThat(said).extracting(ApplicationAdvice::verdict).containsExactly(verdict);
        assertThat(said).extracting(ApplicationAdvice::reference).containsExactly("DES-1");
    }

    private static List<ApplicationAdvice> aperak(String folder) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of("src/test/resources/edifact", folder, "in.edi"));
        return ApplicationAdvice.read(Reception.of(bytes).set());
    }

    @Test
    void eachSetThatAnAdviceSpeaksOfHasItsVerdict() {
        Reception reception = Reception.of(Sample.of(
                "824",
                "BGN*11*1*20260304",
                "OTI*TA*TN*ASN-1*****45*0001*856",
                "OTI*TE*TN*ASN-2*****46*0001*856",
                "TED*007*No lot",
                "OTI*TC*TN*ASN-3*****47*0001*856",
                "OTI*TR*TN*ASN-4*****48*0001*856",
                "OTI*TP*TN*ASN-5"));

        assertThat(ApplicationAdvice.read(reception.set()))
                .extracting(ApplicationAdvice::verdict)
                .containsExactly(
                        Verdict.ACCEPTED,
                        Verdict.ACCEPTED_WITH_ERRORS,
                        Verdict.ACCEPTED_WITH_ERRORS,
                        Verdict.REJECTED,
                        Verdict.PARTLY_ACCEPTED);
        assertThat(ApplicationAdvice.read(Reception.of(Sample.shipNotice()).set()))
                .isEmpty();
    }
}
