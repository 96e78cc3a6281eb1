package io.lotwire.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.ledger.Keyset;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.Page;
import io.lotwire.ledger.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was changed and by whom, on a real database. */
class AuditTrailTest {
    private static final Asker ADA =
            Asker.known(Asker.Kind.PERSON, "account-12", "ada", Grant.of(Role.OPERATOR), "192.0.2.7");

    private final MovedClock clock = new MovedClock();
    private Ledger ledger;

    @BeforeEach
    void open() throws SQLException {
        ledger = new Ledger(TestDatabase.fresh().unpooled(), clock);
    }

    @Test
    void aDeedIsKeptWithWhoDidItAndWhatWasBeforeAndAfter() {
        add(Deed.of(ADA.in("r-1"), "changed", "profile", "farm")
                .about("farm")
                .from(state("v1"))
                .to(state("v2"))
                .because("they moved\u0000\n\ud800"));

        AuditRow row = rows(AuditFilter.ALL).get(0);
        assertThat(row)
                .isEqualTo(new AuditRow(
                        row.id(),
                        clock.instant(),
                        "person",
                        "ada",
                        "account-12",
                        "operator",
                        "192.0.2.7",
                        "changed",
                        "profile",
                        "farm",
                        "farm",
                        Optional.of(state("v1")),
                        Optional.of(state("v2")),
                        "they moved\ufffd\ufffd\ufffd",
                        "r-1"));
    }

    @Test
    void whatTheDatabaseCannotKeepDoesNotKeepADeedFromBeingDone() {
        ObjectNode hostile = state("a\u0000b\ud800c\n\\u0000");
        hostile.putArray("k\u0000").add("\udc00").add(true);

        add(Deed.of(ADA, "changed", "profile", "farm").to(hostile));

        ObjectNode kept = state("a\ufffdb\ufffdc\n\\u0000");
        kept.putArray("k\ufffd").add("\ufffd").add(true);
        assertThat(rows(AuditFilter.ALL).get(0).after()).contains(kept);
    }

    @Test
    void aDeedThatIsNotDoneIsNotKept() {
        assertThatThrownBy(() -> ledger.useTransaction(tx -> {
                    new AuditTrail(tx).add(Deed.of(ADA, "released", "document", "7"));
                    throw new IllegalStateException("it failed");
                }))
                .hasMessage("it failed");

        assertThat(rows(AuditFilter.ALL)).isEmpty();
    }

    @Test
    void whatIsKeptIsNeverChanged() {
        add(Deed.of(ADA, "released", "document", "7"));

        for (String sql : List.of("update audit set actor = 'bob'", "delete from audit", "truncate audit")) {
            assertThatThrownBy(() -> ledger.useTransaction(tx -> tx.handle().execute(sql)))
                    .hasMessageContaining("audit is only ever added to");
        }
        assertThat(rows(AuditFilter.ALL)).hasSize(1);
    }

    @Test
    void whoSeesADocumentAgainAndAgainIsKeptOnceADay() {
        Deed saw = Deed.of(ADA, "saw", "document", "7");

        assertThat(addOnceADay(saw)).isTrue();
        clock.advance(Duration.ofHours(11));
        assertThat(addOnceADay(saw)).isFalse();
        assertThat(addOnceADay(Deed.of(ADA, "saw", "document", "8"))).isTrue();
        assertThat(addOnceADay(Deed.of(Asker.ofCommand("ada"), "saw", "document", "7")))
                .isTrue();
        clock.advance(Duration.ofHours(1));
        assertThat(addOnceADay(saw)).isTrue();
    }

    @Test
    void pagesGoFromTheNewestToTheOldestAndWhatComesMeanwhileMakesNothingComeTwice() {
        for (int i = 1; i <= 7; i++) {
            add(Deed.of(ADA, "released", "document", String.valueOf(i)));
        }
        List<String> seen = new ArrayList<>();
        Optional<Keyset> after = Optional.empty();
        do {
            Page<AuditRow> page = page(AuditFilter.ALL, after, 3);
            page.rows().forEach(row -> seen.add(row.subject()));
            after = page.next();
            add(Deed.of(ADA, "released", "document", "later"));
        } while (after.isPresent());

        assertThat(seen).containsExactly("7", "6", "5", "4", "3", "2", "1");
    }

    @Test
    void whatIsAskedForIsFound() {
        add(Deed.of(ADA.in("r-1"), "released", "document", "7").about("farm"));
        clock.advance(Duration.ofHours(1));
        add(Deed.of(ADA, "held", "lot", "7").about("acme"));
        add(Deed.of(Asker.ofCommand("root"), "released", "document", "8").about("farm"));

        assertThat(subjects(AuditFilter.of("document", "7"))).containsExactly("document 7");
        assertThat(subjects(filter("ada", null, null, null))).containsExactly("lot 7", "document 7");
        assertThat(subjects(filter(null, "released", "farm", null))).containsExactly("document 8", "document 7");
        assertThat(subjects(filter(null, null, null, "r-1"))).containsExactly("document 7");
        assertThat(subjects(filter("\u0000", null, null, null))).isEmpty();
        assertThat(subjects(new AuditFilter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(clock.instant()),
                        Optional.of(clock.instant().plusSeconds(1)))))
                .containsExactly("document 8", "lot 7");
    }

    @Test
    void theBytesThatAreChainedAreTheSameWheneverTheyAreMade() {
        add(Deed.of(ADA, "changed", "profile", "farm")
                .from(state("v1").put("b", 2).put("a", 1.50)));

        AuditRow row = rows(AuditFilter.ALL).get(0);
        assertThat(new String(AuditTrail.leaf(row), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"actor\":\"ada\",\"actorId\":\"account-12\",\"actorKind\":\"person\",\"address\":\"192.0.2.7\","
                                + "\"at\":\"2026-03-04T12:00:00Z\",\"audit\":1,"
                                + "\"before\":{\"a\":1.5,\"b\":2,\"version\":\"v1\"},"
                                + "\"did\":\"changed\",\"role\":\"operator\",\"subject\":\"farm\",\"subjectKind\":\"profile\"}");
    }

    private static AuditFilter filter(String actor, String did, String partner, String request) {
        return new AuditFilter(
                Optional.ofNullable(actor),
                Optional.ofNullable(did),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(partner),
                Optional.ofNullable(request),
                Optional.empty(),
                Optional.empty());
    }

    private static ObjectNode state(String version) {
        return JsonNodeFactory.instance.objectNode().put("version", version);
    }

    private void add(Deed deed) {
        ledger.useTransaction(tx -> new AuditTrail(tx).add(deed));
    }

    private boolean addOnceADay(Deed deed) {
        return ledger.inTransaction(tx -> new AuditTrail(tx).addOnceADay(deed));
    }

    private Page<AuditRow> page(AuditFilter filter, Optional<Keyset> after, int most) {
        return ledger.inTransaction(tx -> new AuditTrail(tx).page(filter, after, most));
    }

    private List<AuditRow> rows(AuditFilter filter) {
        return page(filter, Optional.empty(), 100).rows();
    }

    private List<String> subjects(AuditFilter filter) {
        return rows(filter).stream()
                .map(row -> row.subjectKind() + " " + row.subject())
                .toList();
    }
}
