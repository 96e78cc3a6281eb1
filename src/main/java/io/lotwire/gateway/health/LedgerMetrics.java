package io.lotwire.gateway.health;

import io.lotwire.ledger.CauseCode;
import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.InboxState;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.SetState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * How many inbox rows, transaction sets and deliveries are in each state, {@code lotwire_inbox{state="parked"}} ..., and
 * how many are parked for each cause, {@code lotwire_parked{cause="profile_missing"}} ...
 * Counted together, and at most every few seconds however often and by how many they are asked for.
 */
@ApplicationScoped
public class LedgerMetrics implements MeterBinder {
    private static final Duration STALE_AFTER = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final Clock clock;
    private Counts latest = new Counts(Instant.MIN, Map.of(), Map.of(), Map.of(), Map.of());

    private record Counts(
            Instant at,
            Map<InboxState, Long> inbox,
            Map<SetState, Long> sets,
            Map<DeliveryState, Long> deliveries,
            Map<CauseCode, Long> parked) {}

    LedgerMetrics(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        bind(registry, "lotwire.parked", "cause", "What waits for a person", CauseCode.values(), Counts::parked);
        bind(registry, "lotwire.inbox", "state", "Inbox rows", InboxState.values(), Counts::inbox);
        bind(registry, "lotwire.sets", "state", "Transaction sets", SetState.values(), Counts::sets);
        bind(registry, "lotwire.deliveries", "state", "Deliveries", DeliveryState.values(), Counts::deliveries);
    }

    private <S extends Enum<S>> void bind(
            MeterRegistry registry,
            String name,
            String by,
            String what,
            S[] values,
            Function<Counts, Map<S, Long>> counts) {
        for (S value : values) {
            Gauge.builder(name, () -> counts.apply(counts()).get(value))
                    .description(what + " by " + by)
                    .tag(by, value.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }

    private synchronized Counts counts() {
        Instant now = clock.instant();
        if (latest.at().isBefore(now.minus(STALE_AFTER))) {
            latest = ledger.inTransaction(tx -> new Counts(
                    now,
                    tx.status().inbox(),
                    tx.status().sets(),
                    tx.status().deliveries(),
                    tx.status().parked()));
        }
        return latest;
    }
}
