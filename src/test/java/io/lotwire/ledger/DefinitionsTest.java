package io.lotwire.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.lot.Purpose;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
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
            tx.definitions().judgedBy(first, FIRST);
            tx.definitions().judgedBy(second, SECOND);
            tx.definitions().judgedBy(third, FIRST);
            tx.definitions().translatedBy(set, SECOND, MAPPING);
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

        long delivery = ledger.inTransaction(tx -> {
            long inbox = Documents.inbox(tx, "warehouse");
            long set = Documents.set(tx, inbox, "warehouse", "945", "SHIP-1", Purpose.ORIGINAL);
            long id = tx.outbox()
                    .add(NewDelivery.ofSubscription("shop", "all", "x12-945", "sftp", inbox, set, List.of()))
                    .orElseThrow()
                    .id();
            tx.definitions().writtenWith(id, outMapping);
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
}
