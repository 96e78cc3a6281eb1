package io.lotwire.recall;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.acknowledgement.TextMessage;
import io.lotwire.edi.read.InterchangeFile;
import io.lotwire.edi.read.X12Parser;
import io.lotwire.edi.segment.Delimiters;
import io.lotwire.edi.write.Written;
import io.lotwire.lot.EventSource;
import io.lotwire.lot.LotEvent;
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
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A notice as X12 864: good X12, and all that a partner must know in its words. */
class TextNoticeTest {
    private static final Instant OPENED = Instant.parse("2026-03-10T03:00:00Z");

    @TempDir
    private Path folder;

    private RecallScene scene;
    private Affected affected;

    @BeforeEach
    void open() throws SQLException, IOException {
        scene = new RecallScene(folder);
        scene.retailer("as: '864', over: folder");
        scene.usual();
        affected = scene.affected(RecallScene.lot("A1"));
    }

    @Test
    void itTellsWhyWhatToDoAndEachLotWithItsDocuments() throws IOException {
        String text = text(write(new Telling(7, "Salmonella", "555-0199", false, OPENED, 1, 0), affected));

        assertThat(text)
                .contains(
                        "GS*TX*NORTHGATE*FAIRWAY*20260310*0300*5*X*004010~",
                        "BMG*00*RECALL NOTICE 7~",
                        "N1*FR*Northgate Distribution*UL*9506000110004~",
                        "N1*TO*Fairway Markets*UL*9506000130002~",
                        "MIT*RECALL-7*RECALL NOTICE 7~",
                        "MSG*Reason: Salmonella~",
                        "MSG*Do not use, sell or ship these goods. Say how much of each lot you still have, to 555-0199.~",
                        "MSG*Lot A1, GTIN 00614141000012, Romaine, 50 CA, SSCC 006141411234567890, from Northgate Distribution,"
                                + " to Fairway Store 7, asn S2 of 2026-03-05, certain~");
        assertThat(text).doesNotContain("Corner Shop", "B1");
    }

    @Test
    void itIsGoodX12WhoseTextIsReadBack() throws IOException {
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
        assertThat(read.transactionSets()).singleElement().satisfies(set -> {
            assertThat(TextMessage.read(set).orElseThrow().text())
                    .startsWith("THIS IS A DRILL. NO GOODS ARE RECALLED. You were told of this recall on ");
        });
        assertThat(text(written))
                .contains("BMG*00*TEST RECALL NOTICE 7 REMINDER 2~", "MSG*THIS IS A DRILL. NO GOODS ARE RECALLED.~");
        assertThat(text(written).lines().filter(line -> line.startsWith("MSG*")))
                .allMatch(line -> line.length() <= "MSG*".length() + 264 + 1);
        assertThat(text(written)
                        .lines()
                        .filter(line -> line.startsWith("MSG*"))
                        .map(line -> line.substring("MSG*".length(), line.length() - 1))
                        .collect(Collectors.joining(" ")))
                .contains("Reason: Salmonella   found   in a very long sample");
    }

    @Test
    void aLotCodeThatHoldsADelimiterIsRefusedAndNeverChanged() throws IOException {
        scene.document("S8", RecallScene.shipped("80", "A*2", "1", RecallScene.US, RecallScene.STORE));

        Written written =
                notice(new Telling(7, "Salmonella", "", false, OPENED, 1, 0), scene.affected(RecallScene.lot("A*2")));

        assertThat(written).isInstanceOf(Written.Refused.class);
        assertThat(((Written.Refused) written).problems())
                .extracting(Problem::message)
                .anyMatch(message -> message.contains("A*2"));
    }

    private byte[] write(Telling telling, Affected reached) throws IOException {
        Written written = notice(telling, reached);
        assertThat(written).isInstanceOf(Written.Interchange.class);
        return ((Written.Interchange) written).bytes();
    }

    private Written notice(Telling telling, Affected reached) throws IOException {
        Profile us = scene.profiles().self().orElseThrow();
        Profile retailer = scene.profiles().byName("fairway-markets").orElseThrow();
        List<LotEvent> goods = new RecalledGoods(7, "Salmonella", OPENED, reached, reached.sha256())
                .of(scene.plan(reached).get(0).parties());
        return new TextNotice(telling, us, retailer)
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
