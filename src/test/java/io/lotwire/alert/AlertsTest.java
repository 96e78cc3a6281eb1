package io.lotwire.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.Delivery;
import io.lotwire.ledger.DeliveryKind;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.KeptContent;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.TestDatabase;
import io.lotwire.partner.AlertRule;
import io.lotwire.partner.AlertRule.As;
import io.lotwire.partner.WireKind;
import io.lotwire.yaml.FileLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same doubt is told of once, to one after the other until somebody takes it, whatever is cut off. */
class AlertsTest {
    private static final String RULE = "northgate/doubtful-lots";
    private static final FileLine AT = new FileLine("northgate.yaml", 7);
    private static final List<AlertRule.Step> TELL =
            List.of(step("quality-desk", As.TEXT, Duration.ZERO), step("duty-manager", As.JSON, Duration.ofHours(2)));
    private static final Subject ADVICE = Subject.ofDocument("harbor-3pl", "945", "0080", 12);
    private static final Doubt RECALLED = doubt("LOT_RECALLED", "A1", "Lot A1 is recalled; keep it back.");
    private static final Doubt UNKNOWN = doubt("LOT_UNKNOWN", "B1", "The registry does not know lot B1; check it.");

    @TempDir
    private Path folder;

    private final MovedClock clock = new MovedClock();
    private Ledger ledger;
    private Archive archive;

    @BeforeEach
    void open() throws SQLException, IOException {
        ledger = new Ledger(TestDatabase.fresh().unpooled(), clock);
        archive = Archive.in(folder);
    }

    private static final class MovedClock extends Clock {
        private Instant now = Instant.parse("2026-03-10T03:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static AlertRule.Step step(String partner, As as, Duration after) {
        return new AlertRule.Step(partner, WireKind.of("folder").orElseThrow(), as, after, AT);
    }

    private static Doubt doubt(String code, String lot, String message) {
        return new Doubt(code + lot, code, lot, "00614141000012", message);
    }

    @Test
    void theDoubtsOfADocumentAreOneAlert() {
        long id = raise(ADVICE, RECALLED, UNKNOWN, RECALLED).orElseThrow();

        assertThat(this.<List<Alert>>with(alerts -> alerts.list(false)))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.id()).isEqualTo(id);
                    assertThat(alert.subject().words()).isEqualTo("945 0080 of harbor-3pl");
                    assertThat(alert.codes()).containsExactly("LOT_RECALLED", "LOT_UNKNOWN");
                    assertThat(alert.doubts()).isEqualTo(2);
                    assertThat(alert.state()).isEqualTo(Alert.State.OPEN);
                });
        assertThat(this.<Long>with(alerts -> alerts.notClosed().get(Alert.State.OPEN)))
                .isOne();
    }

    @Test
    void theSameDoubtAboutTheSameLotInTheSameDocumentIsToldOnceHoweverOftenItComes() {
        long first = raise(ADVICE, RECALLED).orElseThrow();
        Subject again = Subject.ofDocument("harbor-3pl", "945", "0080", 99);

        assertThat(raise(again, RECALLED)).isEmpty();
        long second = raise(again, RECALLED, UNKNOWN).orElseThrow();
        long other = raise(Subject.ofDocument("harbor-3pl", "945", "0081", 13), RECALLED)
                .orElseThrow();

        assertThat(this.<List<Doubt>>with(alerts -> alerts.doubts(second, 10)))
                .extracting(Doubt::lot)
                .containsExactly("B1");
        assertThat(List.of(first, second, other)).doesNotHaveDuplicates();
    }

    @Test
    void openedByManyAtOnceItIsOneAlert() {
        List<Long> opened = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> raise(ADVICE, RECALLED, UNKNOWN))
                .flatMap(Optional::stream)
                .toList();

        assertThat(opened).hasSize(1);
        assertThat(count("select count(*) from alert")).isOne();
    }

    @Test
    void whoComesNextIsToldWhenNobodyHasTakenItByThen() throws IOException {
        long id = raise(ADVICE, RECALLED).orElseThrow();

        assertThat(look()).isOne();
        assertThat(look()).isZero();
        clock.now = clock.now.plus(Duration.ofMinutes(119));
        assertThat(look()).isZero();
        clock.now = clock.now.plus(Duration.ofMinutes(1));
        assertThat(look()).isOne();

        assertThat(steps(id))
                .extracting(Alert.Step::partner, Alert.Step::delivered)
                .containsExactly(tuple("quality-desk", "WRITTEN"), tuple("duty-manager", "WRITTEN"));
        assertThat(this.<List<Alert.Event>>with(alerts -> alerts.events(id)))
                .extracting(Alert.Event::did)
                .containsExactly(Alert.Deed.OPENED, Alert.Deed.TOLD, Alert.Deed.TOLD);
    }

    @Test
    void nobodyElseIsToldOfAnAlertThatIsTakenOrClosed() throws IOException {
        long taken = raise(ADVICE, RECALLED).orElseThrow();
        long closed = raise(ADVICE, UNKNOWN).orElseThrow();
        look();

        assertThat(this.<Boolean>with(alerts -> alerts.take(taken, "ada", "on it")))
                .isTrue();
        assertThat(this.<Boolean>with(alerts -> alerts.take(taken, "bob", ""))).isFalse();
        assertThat(this.<Boolean>with(alerts -> alerts.close(closed, "ada", "")))
                .isTrue();
        clock.now = clock.now.plus(Duration.ofHours(3));

        assertThat(look()).isZero();
        assertThat(steps(taken)).extracting(Alert.Step::partner).containsExactly("quality-desk");
        assertThat(this.<List<Alert>>with(alerts -> alerts.list(false)))
                .extracting(Alert::id, Alert::state)
                .containsExactly(tuple(taken, Alert.State.TAKEN));
        assertThat(this.<Boolean>with(alerts -> alerts.close(taken, "ada", "released")))
                .isTrue();
        assertThat(this.<List<Alert>>with(alerts -> alerts.list(true)))
                .extracting(Alert::state)
                .containsExactly(Alert.State.CLOSED, Alert.State.CLOSED);
    }

    @Test
    void aLookThatIsCutOffTellsNobodyAndTheNextTellsEachOnce() throws IOException {
        raise(ADVICE, RECALLED);

        assertThatThrownBy(() -> ledger.<Integer, IOException>inTransaction(tx -> {
                    new AlertWatch(tx, archive, AlertsTest::messageId).look();
                    throw new IOException("the power failed");
                }))
                .hasMessage("the power failed");
        assertThat(count("select count(*) from delivery")).isZero();

        assertThat(look() + look()).isOne();
        assertThat(count("select count(*) from delivery")).isOne();
    }

    @Test
    void manyLookAtOnceAndEachStepIsToldOnce() {
        for (int i = 0; i < 20; i++) {
            raise(Subject.ofDocument("harbor-3pl", "945", "" + i, i + 1), RECALLED);
        }

        int told = IntStream.range(0, 8).parallel().map(i -> unchecked()).sum();

        assertThat(told).isEqualTo(20);
        assertThat(count("select count(*) from delivery")).isEqualTo(20);
        assertThat(count("select count(*) from alert_event where did = 'told'")).isEqualTo(20);
    }

    @Test
    void whatIsToldIsKeptWithTheDelivery() throws IOException {
        long id = raise(ADVICE, RECALLED, UNKNOWN).orElseThrow();
        look();
        clock.now = clock.now.plus(Duration.ofHours(2));
        look();

        Delivery text = delivery(steps(id).get(0));
        assertThat(text.kind()).isEqualTo(DeliveryKind.ALERT);
        assertThat(text.state()).isEqualTo(DeliveryState.WRITTEN);
        assertThat(bytes(text)).isEqualTo("""
                Lot alert 1: LOT_RECALLED, LOT_UNKNOWN in 945 0080 of harbor-3pl

                - LOT_RECALLED: Lot A1 is recalled; keep it back.
                - LOT_UNKNOWN: The registry does not know lot B1; check it.

                Take it, so that nobody else is told: lotwire alerts take 1
                """);
        JsonNode json = new ObjectMapper().readTree(bytes(delivery(steps(id).get(1))));
        assertThat(json.at("/type").asText()).isEqualTo("lot.alert");
        assertThat(json.at("/timestamp").asText()).isEqualTo("2026-03-10T03:00:00Z");
        assertThat(json.at("/data/step").asInt()).isEqualTo(2);
        assertThat(json.at("/data/document/number").asText()).isEqualTo("0080");
        assertThat(json.at("/data/doubts/0/lot").asText()).isEqualTo("A1");
        assertThat(json.at("/data/doubtCount").asInt()).isEqualTo(2);
    }

    @Test
    void ofVeryManyDoubtsTheFirstAreTold() throws IOException {
        Doubt[] many = IntStream.range(0, 1000)
                .mapToObj(i -> doubt("LOT_UNKNOWN", "L" + i, "The registry does not know lot L" + i + "."))
                .toArray(Doubt[]::new);
        long id = raise(ADVICE, many).orElseThrow();
        look();

        assertThat(bytes(delivery(steps(id).get(0))))
                .contains(
                        "- LOT_UNKNOWN: The registry does not know lot L199.\n- and 800 more: lotwire alerts show 1\n");
    }

    private <T> T with(Function<Alerts, T> question) {
        return ledger.inTransaction(tx -> question.apply(new Alerts(tx)));
    }

    private Optional<Long> raise(Subject subject, Doubt... doubts) {
        return with(alerts -> alerts.raise(RULE, TELL, subject, List.of(doubts)));
    }

    private int look() throws IOException {
        return ledger.<Integer, IOException>inTransaction(
                tx -> new AlertWatch(tx, archive, AlertsTest::messageId).look());
    }

    private int unchecked() {
        try {
            return look();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static String messageId() {
        return "<" + UUID.randomUUID() + "@test>";
    }

    private List<Alert.Step> steps(long id) {
        return with(alerts -> alerts.steps(id));
    }

    private Delivery delivery(Alert.Step step) {
        return ledger.inTransaction(tx -> tx.outbox().find(step.delivery())).orElseThrow();
    }

    private String bytes(Delivery delivery) throws IOException {
        KeptContent content = delivery.document().orElseThrow().content();
        return new String(archive.open(content).readAllBytes(), StandardCharsets.UTF_8);
    }

    private long count(String sql) {
        return ledger.inTransaction(
                tx -> tx.handle().createQuery(sql).mapTo(Long.class).one());
    }
}
