package io.lotwire.recall;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.acknowledgement.ApplicationAdvice;
import io.lotwire.edi.fault.Verdict;
import io.lotwire.edi.read.InterchangeFile;
import io.lotwire.edi.read.X12Parser;
import io.lotwire.edi.segment.Delimiters;
import io.lotwire.edi.write.Written;
import io.lotwire.lot.EventSource;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Item;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotKind;
import io.lotwire.lot.Purpose;
import io.lotwire.lot.Source;
import io.lotwire.partner.Correspondence;
import io.lotwire.partner.Profile;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A notice as X12 824: good X12, that rejects each lot by the document that it came by, and tells why. */
class AdviceNoticeTest {
    private static final Instant OPENED = Instant.parse("2026-03-10T03:00:00Z");

    @TempDir
    private Path folder;

    private RecallScene scene;
    private Affected affected;

    @BeforeEach
    void open() throws SQLException, IOException {
        scene = new RecallScene(folder);
        scene.retailer("as: '824', over: folder");
        scene.usual();
        affected = scene.affected(RecallScene.lot("A1"));
    }

    @Test
    void itRejectsEachLotByItsShipNoticeAndTellsWhyAndWhatToDo() throws IOException {
        String text = text(write(new Telling(7, "Salmonella", "555-0199", false, OPENED, 1, 0), affected));

        assertThat(text)
                .contains(
                        "GS*AG*NORTHGATE*FAIRWAY*20260310*0300*5*X*004010~",
                        "BGN*00*RECALL-7*20260310*0300~",
                        "N1*FR*Northgate Distribution*UL*9506000110004~",
                        "N1*TO*Fairway Markets*UL*9506000130002~",
                        "OTI*IR*SI*S2~\nREF*LT*A1~\nQTY*01*50*CA~\nTED*024*RECALL NOTICE 7~\nNTE**Reason: Salmonella~",
                        "NTE**Do not use, sell or ship these goods. Say how much of each lot you still have,~\n"
                                + "NTE**to 555-0199.~",
                        "NTE**Lot A1, GTIN 00614141000012, Romaine, 50 CA, SSCC 006141411234567890, from~");
        assertThat(text).doesNotContain("Corner Shop", "B1");
    }

    @Test
    void itIsGoodX12WhoseAdviceIsReadBackAsARejection() throws IOException {
        byte[] written = write(
                new Telling(7, "Salmonella ~ found * in " + "a very long sample ".repeat(20), "", true, OPENED, 1, 2),
                affected);

        InterchangeFile read = X12Parser.standard().parse("notice.edi", ByteBuffer.wrap(written));
        assertThat(read.problems()).isEmpty();
        assertThat(read.interchanges()).singleElement().satisfies(interchange -> {
            assertThat(interchange.summary().problems()).isEmpty();
            assertThat(interchange.groups()).singleElement().satisfies(group -> {
                assertThat(group.summary().problems()).isEmpty();
                assertThat(group.summary().sets()).singleElement().satisfies(set -> assertThat(set.problems())
                        .isEmpty());
            });
        });
        assertThat(read.transactionSets()).singleElement().satisfies(set -> assertThat(ApplicationAdvice.read(set))
                .isNotEmpty()
                .allSatisfy(advice -> {
                    assertThat(advice.verdict()).isEqualTo(Verdict.REJECTED);
                    assertThat(advice.reference()).isEqualTo("S2");
                    assertThat(advice.reasons().get(0).text())
                            .startsWith(
                                    "TEST RECALL NOTICE 7 REMINDER 2 THIS IS A DRILL. NO GOODS ARE RECALLED. You were told")
                            .contains("Reason: Salmonella   found   in a very long sample");
                }));
        assertThat(text(written)).contains("BGN*00*RECALL-7-reminder-2*");
        assertThat(text(written).lines().filter(line -> line.startsWith("NTE**")))
                .allMatch(line -> line.length() <= "NTE**".length() + 80 + 1);
    }

    @Test
    void goodsThatCameByNoDocumentAreRejectedByTheirLot() throws IOException {
        Written written = notice(new Telling(7, "Salmonella", "", false, OPENED, 1, 0), List.of(madeThere("A1")));

        assertThat(text(((Written.Interchange) written).bytes())).contains("OTI*IR*LT*A1~\nTED*024*RECALL NOTICE 7~");
    }

    @Test
    void whatDoesNotFitOneTedGoesOnInTheNext() throws IOException {
        List<LotEvent> goods = Stream.generate(() -> madeThere("A1")).limit(150).toList();

        Written written = notice(new Telling(7, "Salmonella", "", false, OPENED, 1, 0), goods);

        assertThat(written).isInstanceOf(Written.Interchange.class);
        String text = text(((Written.Interchange) written).bytes());
        assertThat(text.lines().filter(line -> line.startsWith("TED*"))).hasSize(2);
        assertThat(text.lines().filter(line -> line.startsWith("NTE**Lot A1"))).hasSize(150);
        assertThat(X12Parser.standard()
                        .parse("notice.edi", ByteBuffer.wrap(((Written.Interchange) written).bytes()))
                        .interchanges()
                        .get(0)
                        .groups()
                        .get(0)
                        .summary()
                        .sets()
                        .get(0)
                        .problems())
                .isEmpty();
    }

    @Test
    void aLotCodeThatHasNoRoomIsRefusedAndNeverCut() throws IOException {
        String code = "A".repeat(31);

        Written written = notice(new Telling(7, "Salmonella", "", false, OPENED, 1, 0), List.of(madeThere(code)));

        assertThat(written).isInstanceOf(Written.Refused.class);
        assertThat(((Written.Refused) written).problems())
                .extracting(Problem::message)
                .anyMatch(message -> message.contains("OTI03"));
    }

    @Test
    void aLotCodeThatHoldsADelimiterIsRefusedAndNeverChanged() throws IOException {
        Written written = notice(new Telling(7, "Salmonella", "", false, OPENED, 1, 0), List.of(madeThere("A*2")));

        assertThat(written).isInstanceOf(Written.Refused.class);
        assertThat(((Written.Refused) written).problems())
                .extracting(Problem::message)
                .anyMatch(message -> message.contains("A*2"));
    }

    /** A lot of which no document tells how it came. */
    private static LotEvent madeThere(String code) {
        return new LotEvent(
                "",
                EventType.ADJUSTED,
                Purpose.ORIGINAL,
                null,
                new Item(null, List.of(), ""),
                new Lot(code, LotKind.LOT, "", "", "", "", "", null),
                null,
                null,
                null,
                null,
                List.of(),
                new Source("", "", "", "", "", "", "ab", 1, 0, 0, ""),
                List.of());
    }

    private byte[] write(Telling telling, Affected reached) throws IOException {
        Written written = notice(telling, reached);
        assertThat(written).isInstanceOf(Written.Interchange.class);
        return ((Written.Interchange) written).bytes();
    }

    private Written notice(Telling telling, Affected reached) throws IOException {
        return notice(
                telling,
                new RecalledGoods(7, "Salmonella", OPENED, reached, reached.sha256())
                        .of(scene.plan(reached).get(0).parties()));
    }

    private Written notice(Telling telling, List<LotEvent> goods) throws IOException {
        Profile us = scene.profiles().self().orElseThrow();
        Profile retailer = scene.profiles().byName("fairway-markets").orElseThrow();
        return new AdviceNotice(telling, us, retailer)
                .write(
                        EventSource.of(goods),
                        new Correspondence(us.identity(), retailer.identity(), "P").x12(Delimiters.USUAL, OPENED, 9),
                        "NORTHGATE",
                        "FAIRWAY",
                        5);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
