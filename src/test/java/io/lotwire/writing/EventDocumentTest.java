package io.lotwire.writing;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.grammar.Guide;
import io.lotwire.edi.read.X12Parser;
import io.lotwire.edi.segment.Delimiters;
import io.lotwire.edi.write.Envelope;
import io.lotwire.edi.write.Written;
import io.lotwire.lot.LotEvent;
import io.lotwire.problem.Problem;
import io.lotwire.writing.Style.LotTooLong;
import io.lotwire.writing.Style.SsccForm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventDocumentTest {
    private static final WritingMappings OUT = WritingMappings.load(Path.of("mappings"));

    @Test
    void noEventsAreNoDocument() {
        assertThat(problems(write("out/x12/945", Style.USUAL, List.of())))
                .containsExactly("A document needs at least one lot event; give the shipment's.");
    }

    @Test
    void aTextThatIsTooLongGoesOnInAFurtherSegmentOnlyWhereTheProfileSaysSo() {
        String words = "Romaine hearts of the first harvest, washed and ".repeat(3) + "packed";
        List<LotEvent> events = List.of(Shipments.described(Shipments.line(1, 1, 1, 0, 40), words));

        assertThat(problems(write("out/x12/945", Style.USUAL, events)))
                .singleElement()
                .asString()
                .contains("G6901");
        String text = text(write("out/x12/945", style(true, null), events));
        List<String> pieces = text.lines()
                .filter(line -> line.startsWith("G69*"))
                .map(line -> line.substring(4, line.length() - 1))
                .toList();
        assertThat(pieces).hasSizeGreaterThan(1).allMatch(piece -> piece.length() <= 45);
        assertThat(String.join(" ", pieces)).isEqualTo(words);
    }

    @Test
    void aLotThatTheDocumentHasNoPlaceForIsRefusedNotLeftOut() {
        List<LotEvent> events = List.of(Shipments.line(1, 1, 0, 0, 40), Shipments.line(1, 2, 0, 0, 20));
        WritingMapping withoutLots = new WritingMapping(
                "out/test",
                "edition",
                "",
                "945",
                "SW",
                Map.of("004010", ""),
                OUT.named("out/x12/945").orElseThrow().events(),
                false,
                List.of(),
                Set.of(),
                "",
                Map.of(),
                Set.of(),
                List.of(),
                OUT.named("out/x12/945").orElseThrow().usual(),
                Map.of(),
                Map.of(),
                List.of());

        assertThat(problems(EventDocument.write(
                        withoutLots, Style.USUAL, events, numbered(), Grammar.standard(), X12Parser.standard())))
                .contains(
                        "The lot 'L1-1' has no place in this document, as the profile has it written: choose other"
                                + " 'lots', or 'lines: per-lot'.",
                        "The lot 'L1-2' has no place in this document, as the profile has it written: choose other"
                                + " 'lots', or 'lines: per-lot'.");
    }

    @Test
    void aPartnerWhoKnowsNoPalletsHearsOfNone() {
        List<LotEvent> events = List.of(Shipments.line(1, 1, 2, 0, 40));

        assertThat(text(write("out/x12/945", style(false, SsccForm.NONE), events)))
                .doesNotContain("N9*LV")
                .contains("*L1-1");
    }

    @Test
    void whatBreaksThePartnersGuideIsNotWritten() {
        List<LotEvent> events = List.of(Shipments.line(1, 1, 2, 0, 40));
        Grammar guided = Grammar.standard()
                .with(Guide.read("guide.txt", 1, "945", "", List.of("codes W06-01 J"))
                        .guide());
        X12Parser parser = X12Parser.standard().with(interchange -> guided);

        assertThat(problems(EventDocument.write(
                        OUT.named("out/x12/945").orElseThrow(), Style.USUAL, events, numbered(), guided, parser)))
                .anyMatch(message -> message.contains("W0601") && message.contains("not used in this document"));
        assertThat(write("out/x12/945", Style.USUAL, events)).isInstanceOf(Written.Interchange.class);
    }

    @Test
    void aCodeThatTheGuideAllowsInOnePlaceIsNotWrittenInAnother() {
        List<LotEvent> events = List.of(Shipments.line(1, 1, 2, 0, 40));

        assertThat(text(write("UCBL", "allow HL[S]/REF-01 UCBL", events))).contains("REF*UCBL*");
        assertThat(problems(write("UCB", "allow HL[O]/REF-01 UCB", events)))
                .singleElement()
                .asString()
                .contains("segment 6 (REF), element 1", "'UCB'");
        assertThat(problems(write("UCB", "max-use REF 9", events))).anyMatch(message -> message.contains("'UCB'"));
    }

    private static Written write(String billOfLading, String guide, List<LotEvent> events) {
        Grammar guided = Grammar.standard()
                .with(Guide.read("guide.txt", 1, "856", "", List.of(guide)).guide());
        Style style = new Style(
                "",
                "",
                List.of(),
                null,
                Map.of(),
                Map.of(),
                Map.of("bill-of-lading", billOfLading),
                LotTooLong.REFUSE,
                false,
                false,
                Set.of());
        return EventDocument.write(
                OUT.named("out/x12/856").orElseThrow(),
                style,
                events,
                numbered(),
                guided,
                X12Parser.standard().with(interchange -> guided));
    }

    private static Style style(boolean split, SsccForm sscc) {
        return new Style(
                "", "", List.of(), sscc, Map.of(), Map.of(), Map.of(), LotTooLong.REFUSE, split, false, Set.of());
    }

    private static Written write(String mapping, Style style, List<LotEvent> events) {
        return EventDocument.write(
                OUT.named(mapping).orElseThrow(), style, events, numbered(), Grammar.standard(), X12Parser.standard());
    }

    private static EventDocument.Numbered numbered() {
        Envelope envelope = new Envelope(
                Delimiters.USUAL,
                "00401",
                "ZZ",
                "NORTHGATE",
                "ZZ",
                "FAIRWAY",
                LocalDateTime.of(2026, 3, 5, 9, 15),
                101,
                false,
                "P",
                true);
        return new EventDocument.Numbered(envelope, "NORTHGATE", "FAIRWAY", 7, "DOC-9");
    }

    private static List<String> problems(Written written) {
        return ((Written.Refused) written)
                .problems().stream().map(Problem::message).toList();
    }

    private static String text(Written written) {
        return new String(((Written.Interchange) written).bytes(), StandardCharsets.UTF_8);
    }
}
