package io.lotwire.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.access.Scope;
import io.lotwire.ledger.Documents;
import io.lotwire.ledger.EventChoice;
import io.lotwire.ledger.KeptContent;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.NewDelivery;
import io.lotwire.ledger.TestDatabase;
import io.lotwire.ledger.WrittenDocument;
import io.lotwire.lot.Purpose;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes out because of a farm's ship notice: an answer to the farm, and lots to a market; on a real database. */
class DeliveryListTest {
    private static final Scope ALL = new Scope.Everyone();
    private static final Scope FARM = new Scope.OfPartner("farm");
    private static final Scope MARKET = new Scope.OfPartner("market");

    private Ledger ledger;
    private long file;

    @BeforeEach
    void open() throws Exception {
        ledger = new Ledger(TestDatabase.fresh().unpooled(), Clock.systemUTC());
        ledger.useTransaction(tx -> {
            file = Documents.inbox(tx, "farm");
            long set = Documents.set(tx, file, "farm", "856", "ASN-1", Purpose.ORIGINAL);
            WrittenDocument answer = new WrittenDocument(
                    KeptContent.inArchive("a".repeat(64), 100_000), "text/plain", "a.txt", "<a@b>", Optional.empty());
            tx.outbox()
                    .add(List.of(
                            NewDelivery.ofAcknowledgement("farm", "997", "as2", file, "group 1", answer),
                            NewDelivery.ofSubscription("market", "lots", "epcis", "jms", file, set, EventChoice.NONE)));
        });
    }

    private List<DeliveryLine> all(Scope scope) {
        return ledger.inTransaction(tx -> new DeliveryList(tx)
                .page(scope, DeliveryFilter.ALL, Optional.empty(), 10)
                .rows());
    }

    private List<DeliveryLine> ofFile(Scope scope) {
        return ledger.inTransaction(tx -> new DeliveryList(tx).of(scope, file, 10));
    }

    @Test
    void ofOursWhoLooksSeesWhatAFileCausedAndWhatItIsAbout() {
        assertThat(all(ALL)).extracting(DeliveryLine::partner).containsExactlyInAnyOrder("farm", "market");
        assertThat(ofFile(ALL)).extracting(DeliveryLine::partner).containsExactly("farm", "market");
        assertThat(ofFile(ALL).get(1).about()).isEqualTo("856 ASN-1");
        assertThat(ofFile(ALL).get(1).inboxId()).isEqualTo(file);
    }

    @Test
    void whoSentAFileDoesNotSeeWhoElseGetsLotsOfIt() {
        assertThat(all(FARM)).extracting(DeliveryLine::partner).containsExactly("farm");
        assertThat(ofFile(FARM)).extracting(DeliveryLine::partner).containsExactly("farm");
        FileAccount account =
                ledger.inTransaction(tx -> FileAccount.of(tx, FARM, file, 0)).orElseThrow();
        assertThat(account.deliveries()).extracting(DeliveryLine::partner).containsExactly("farm");
    }

    @Test
    void whoGetsLotsDoesNotSeeWhoseFileTheyAreFrom() {
        assertThat(all(MARKET)).singleElement().satisfies(line -> {
            assertThat(line.partner()).isEqualTo("market");
            assertThat(line.about()).isEmpty();
            assertThat(line.inboxId()).isZero();
        });
        Optional<FileAccount> account = ledger.inTransaction(tx -> FileAccount.of(tx, MARKET, file, 0));
        assertThat(account).isEmpty();
    }
}
