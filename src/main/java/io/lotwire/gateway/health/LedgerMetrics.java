package io.lotwire.gateway.health;

import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.Waiting;
import io.lotwire.partner.Profile;
import io.lotwire.wire.ProfilesChanged;
import io.lotwire.wire.ProfilesInForce;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How much of each partner's is under way and since when the oldest of it, by what it waits for, {@code
 * lotwire_waiting{partner="green-valley-farm",stage="store"}} and {@code lotwire_waiting_oldest_seconds}; and how many files,
 * documents and deliveries are parked for each cause, {@code lotwire_parked{cause="profile_missing"}}. Looked up together, and
 * at most every few seconds however often and by how many they are asked for; what it costs grows with what is under way.
 */
@ApplicationScoped
public class LedgerMetrics implements MeterBinder {
    private static final Duration STALE_AFTER = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final ProfilesInForce rules;
    private final Clock clock;
    private Look latest = new Look(Instant.MIN, List.of(), Map.of());
    private MultiGauge waiting;
    private MultiGauge oldest;

    /** What was seen at a moment. */
    private record Look(Instant at, List<Waiting> waiting, Map<CauseCode, Long> parked) {}

    LedgerMetrics(Ledger ledger, ProfilesInForce rules, Clock clock) {
        this.ledger = ledger;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public synchronized void bindTo(MeterRegistry registry) {
        for (CauseCode cause : CauseCode.values()) {
            Gauge.builder("lotwire.parked", () -> look().parked().getOrDefault(cause, 0L))
                    .description("What waits for a person by cause")
                    .tag("cause", word(cause))
                    .register(registry);
        }
        waiting = MultiGauge.builder("lotwire.waiting")
                .description("What is under way, by partner and by what it waits for")
                .register(registry);
        oldest = MultiGauge.builder("lotwire.waiting.oldest")
                .description("Since when the oldest of it is under way")
                .baseUnit("seconds")
                .register(registry);
        register();
    }

    /** There may be other partners. */
    synchronized void follow(@Observes @Priority(ProfilesChanged.AFTER_ROUTES) ProfilesChanged change) {
        if (waiting != null) {
            register();
        }
    }

    private void register() {
        waiting.register(rows(Waiting::count), true);
        oldest.register(rows(this::seconds), true);
    }

    private double seconds(Waiting of) {
        return Duration.between(of.since(), clock.instant()).toMillis() / 1000.0;
    }

    private List<MultiGauge.Row<?>> rows(ToDoubleFunction<Waiting> value) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        for (Profile partner : rules.profiles().partners()) {
            for (Waiting.Stage stage : Waiting.Stage.values()) {
                rows.add(MultiGauge.Row.of(
                        Tags.of("partner", partner.name(), "stage", word(stage)), () -> look().waiting().stream()
                                .filter(each -> each.partner().equals(partner.name()) && each.stage() == stage)
                                .findFirst()
                                .map(value::applyAsDouble)
                                .orElse(0.0)));
            }
        }
        return rows;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private synchronized Look look() {
        Instant now = clock.instant();
        if (latest.at().isBefore(now.minus(STALE_AFTER))) {
            latest = ledger.inTransaction(
                    tx -> new Look(now, tx.status().waiting(), tx.status().parked()));
        }
        return latest;
    }
}
