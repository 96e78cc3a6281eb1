package io.lotwire.writing;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.read.X12Parser;
import io.lotwire.edi.segment.Delimiters;
import io.lotwire.edi.write.Envelope;
import io.lotwire.edi.write.Written;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.TransactionStatement;
import io.lotwire.lot.TransactionStatement.Answer;
import io.lotwire.lot.Transfer;
import io.lotwire.problem.Problem;
import io.lotwire.yaml.YamlFile;
import io.lotwire.yaml.YamlMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an 856 states of medicines that change their owner is in the 856 that is made of its events, and is read again as the same. */
class TransferRoundTripTest {
    private static final WritingMappings OUT = WritingMappings.load(Path.of("mappings"));
    private static final Path MEDICINES =
            Path.of("mappings/samples/x12/856/medicines-with-transaction-information-and-statements/in.edi");

    /** Where partners agreed on the date of a transaction. */
    private static final String DATED = "transfer: { date: [ \"DTM[097]-02\" ] }";

    @ParameterizedTest
    @ValueSource(strings = {"S-O-I", "S-O-P-I", "S-O-T-I", "S-O-I-P", "S-O-ZZ"})
    void statementsAndOwnersSurviveInEveryTree(String tree) throws IOException {
        List<LotEvent> events = medicines();

        String written = text(write(events, style(tree, false)));

        assertThat(transfers(ReadAgain.events(written.getBytes(StandardCharsets.UTF_8), null)))
                .as(written)
                .containsExactlyInAnyOrderElementsOf(transfers(events));
    }

    @Test
    void whatIsStatedOfAllGoodsStandsOnceAtTheShipmentAndTheRestAtItsLine() throws IOException {
        String written = text(write(medicines(), style("S-O-I", false)));

        assertThat(written)
                .containsOnlyOnce(
                        "YNQ**Y***Seller has complied with each applicable subsection of FDCA Sec. 581(27)(A)-(G)."
                                + "***ZZ*TS~")
                .containsOnlyOnce("N1*SE*Larkspur Therapeutics*21*LKT000001~\nN3*4 Foundry Road~\nN4*Reno*NV*89501*US~")
                .containsOnlyOnce("YNQ**Y******ZZ*DPS~")
                .containsOnlyOnce("YNQ**N******ZZ*DPS~\nYNQ**U********The cold chain was kept.~")
                .contains("PO4**30*GR~", "PO4**10*ML~");
    }

    @Test
    void theDateOfTheTransactionStandsWhereBothSidesAgreedOnIt() throws IOException {
        List<LotEvent> dated = medicines().stream()
                .map(event -> with(
                        event,
                        new Transfer(
                                "2026-03-02",
                                event.transfer().from(),
                                event.transfer().to(),
                                "",
                                event.transfer().containerSize(),
                                event.transfer().statements())))
                .toList();

        String written = text(write(dated, style("S-O-I", false)));

        assertThat(written).containsOnlyOnce("DTM*097*20260302~");
        assertThat(transfers(ReadAgain.events(written.getBytes(StandardCharsets.UTF_8), override(DATED))))
                .containsExactlyInAnyOrderElementsOf(transfers(dated));
    }

    @Test
    void lotsOfWhichDifferentThingsAreStatedShareNoLine() throws IOException {
        LotEvent one = medicines().get(0);
        LotEvent other = with(one, otherwise(one.transfer()));

        assertThat(problems(write(List.of(one, other), style("S-O-I", true))))
                .contains(
                        "Different statements are made of lots that share a line: say 'lines: per-lot', so that each lot"
                                + " has its own.");
    }

    @Test
    void aStatementWhoseAnswerNobodyKnowsIsNotWrittenAsOneThatIsKnown() throws IOException {
        LotEvent event = medicines().get(0);
        Transfer transfer = event.transfer();
        LotEvent unclear = with(
                event,
                new Transfer(
                        "",
                        transfer.from(),
                        transfer.to(),
                        "",
                        null,
                        List.of(new TransactionStatement("TS", "ZZ", "", null, List.of()))));

        assertThat(problems(write(List.of(unclear), style("S-O-I", false))))
                .singleElement()
                .asString()
                .contains("YNQ02");
    }

    private static List<LotEvent> medicines() throws IOException {
        return ReadAgain.events(Files.readAllBytes(MEDICINES), null);
    }

    private static Transfer otherwise(Transfer transfer) {
        return new Transfer(
                transfer.date(),
                transfer.from(),
                transfer.to(),
                transfer.strengthAndForm(),
                transfer.containerSize(),
                List.of(new TransactionStatement("TS", "ZZ", "", Answer.NO, List.of())));
    }

    private static LotEvent with(LotEvent event, Transfer transfer) {
        return new LotEvent(
                event.eventId(),
                event.type(),
                event.purpose(),
                event.time(),
                event.item(),
                event.lot(),
                event.quantity(),
                event.condition(),
                event.reason(),
                event.unit(),
                event.transformation(),
                transfer,
                event.shipFrom(),
                event.shipTo(),
                event.references(),
                event.source(),
                event.issues());
    }

    private static List<Transfer> transfers(List<LotEvent> events) {
        return events.stream().map(LotEvent::transfer).toList();
    }

    private static YamlMap override(String text) {
        return (YamlMap) YamlFile.parse(text, "override", variable -> null, problem -> {})
                .orElseThrow();
    }

    private static Style style(String tree, boolean merged) {
        return new Style(
                "004010",
                tree,
                List.of(merged ? "REF[LT]-02" : "LIN/LT"),
                null,
                Map.of(),
                Map.of("transaction", "097"),
                Map.of(),
                Style.LotTooLong.REFUSE,
                false,
                merged,
                Set.of());
    }

    private static Written write(List<LotEvent> events, Style style) {
        Envelope envelope = new Envelope(
                Delimiters.USUAL,
                "00401",
                "ZZ",
                "NORTHGATE",
                "ZZ",
                "WILLOWBROOK",
                LocalDateTime.of(2026, 3, 5, 9, 15),
                101,
                false,
                "P",
                true);
        return EventDocument.write(
                OUT.named("out/x12/856").orElseThrow(),
                style,
                events,
                new EventDocument.Numbered(envelope, "NORTHGATE", "WILLOWBROOK", 7, "DOC-9"),
                Grammar.standard(),
                X12Parser.standard());
    }

    private static String text(Written written) {
        assertThat(written).isInstanceOf(Written.Interchange.class);
        return new String(((Written.Interchange) written).bytes(), StandardCharsets.UTF_8);
    }

    private static List<String> problems(Written written) {
        assertThat(written).isInstanceOf(Written.Refused.class);
        return ((Written.Refused) written)
                .problems().stream().map(Problem::message).toList();
    }
}
