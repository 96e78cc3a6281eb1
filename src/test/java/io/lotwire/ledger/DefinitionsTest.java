package io.lotwire.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.lot.Purpose;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With which files a document was judged and translated. */
class DefinitionsTest {
    private static final Definition FIRST =
            new Definition(Definition.Kind.PROFILE, "farm", "aaaaaaaaaaaa", "ta1: never\n");
    private static final Definition SECOND =
            new Definition(Definition.Kind.PROFILE, "farm", "bbbbbbbbbbbb", "ta1: always\n");
    private static final Definition MAPPING =
            new Definition(Definition.Kind.MAPPING, "x12/856", "cccccccccccc", "mapping: x12/856\n");

    private static Ledger ledger;

    @BeforeAll
    static void open() throws SQLException {
        ledger = new Ledger(TestDatabase.fresh().unpooled(), Clock.systemUTC());
    }

    @Test
    void eachEditionThatRanIsKeptOnceAndFoundAgain() {
        ledger.useTransaction(tx -> {
            long first = Documents.inbox(tx, "farm");
            long second = Documents.inbox(tx, "farm");
            long third = Documents.inbox(tx, "farm");
            long set = Documents.set(tx, second, "farm", "856", "ASN-1", Purpose.ORIGINAL);
            tx.definitions().keep(List.of(FIRST, SECOND, MAPPING, FIRST));
            tx.inbox().settle(List.of(judged(first, FIRST), judged(second, SECOND), judged(third, FIRST)));
            tx.sets()
                    .settle(List.of(new SetOutcome(
                            set,
                            new SetProgress.Translated("ASN-1"),
                            Purpose.ORIGINAL,
                            List.of(),
                            Optional.of(new SetOutcome.TranslatedBy(SECOND, MAPPING)))));
        });

        ledger.useTransaction(tx -> {
            assertThat(tx.handle()
                            .createQuery("select profile_version from inbox order by id")
                            .mapTo(String.class))
                    .containsExactly("aaaaaaaaaaaa", "bbbbbbbbbbbb", "aaaaaaaaaaaa");
            assertThat(tx.handle()
                            .createQuery("select mapping_name || '@' || mapping_version from transaction_set")
                            .mapTo(String.class))
                    .containsExactly("x12/856@cccccccccccc");
            assertThat(tx.handle()
                            .createQuery("select count(*) from definition")
                            .mapTo(Integer.class)
                            .one())
                    .isEqualTo(3);
            assertThat(tx.definitions().find(Definition.Kind.PROFILE, "farm", "aaaaaaaaaaaa"))
                    .contains(FIRST);
            assertThat(tx.definitions().find(Definition.Kind.MAPPING, "x12/856", "cccccccccccc"))
                    .contains(MAPPING);
            assertThat(tx.definitions().find(Definition.Kind.PROFILE, "farm", "cccccccccccc"))
                    .isEmpty();
        });
    }

    @Test
    void aDeliveryNamesTheEditionOfTheOutMappingOrTemplateThatWroteIt() {
        Definition outMapping =
                new Definition(Definition.Kind.MAPPING, "out/x12/945", "dddddddddddd", "mapping: out/x12/945\n");

        Outbox.Way way = new Outbox.Way("shop", "sftp");
        Lease lease = new Lease(1, 1, Instant.now().plusSeconds(60));
        long delivery = ledger.inTransaction(tx -> {
            long inbox = Documents.inbox(tx, "warehouse");
            long set = Documents.set(tx, inbox, "warehouse", "945", "SHIP-1", Purpose.ORIGINAL);
            tx.outbox()
                    .add(List.of(NewDelivery.ofSubscription(
                            "shop", "all", "x12-945", "sftp", inbox, set, EventChoice.NONE)));
            long id = tx.waitingDeliveries().take(way, 1, false, lease).get(0).id();
            tx.definitions().keep(List.of(outMapping));
            WrittenDocument document = new WrittenDocument(
                    KeptContent.inRow(new byte[1]), "application/edi-x12", "a.edi", "<a@b>", Optional.empty());
            tx.attempts()
                    .written(
                            lease,
                            List.of(new WrittenDelivery(id, document, new WrittenBy(FIRST, Optional.of(outMapping)))));
            return id;
        });

        ledger.useTransaction(tx -> {
            assertThat(tx.handle()
                            .createQuery("select mapping_name || '@' || mapping_version from delivery where id = ?")
                            .bind(0, delivery)
                            .mapTo(String.class)
                            .one())
                    .isEqualTo("out/x12/945@dddddddddddd");
            assertThat(tx.definitions().find(Definition.Kind.MAPPING, "out/x12/945", "dddddddddddd"))
                    .contains(outMapping);
        });
    }

    private static FileOutcome judged(long inbox, Definition by) {
        return new FileOutcome(inbox, new InboxProgress.Read(), List.of(), Optional.of(by));
    }
}
