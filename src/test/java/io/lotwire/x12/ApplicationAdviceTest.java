package io.lotwire.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.x12.ApplicationAdvice.Reason;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

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
