package io.lotwire.gateway;

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
 * How many inbox rows, transaction sets and deliveries are in each state: {@code lotwire_inbox{state="parked"}} ...
 * Counted together, and at most every few seconds however often and by how many they are asked for.
 */
@ApplicationScoped
public class LedgerMetrics implements MeterBinder {
    private static final Duration STALE_AFTER = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final Clock clock;
    private Counts latest = new Counts(Instant.MIN, Map.of(), Map.of(), Map.of());

    private record Counts(
            Instant at, Map<InboxState, Long> inbox, Map<SetState, Long> sets, Map<DeliveryState, Long> deliveries) {}

    LedgerMetrics(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        bind(registry, "lotwire.inbox", "Inbox rows", InboxState.values(), Counts::inbox);
        bind(registry, "lotwire.sets", "Transaction sets", SetState.values(), Counts::sets);
        bind(registry, "lotwire.deliveries", "Deliveries", DeliveryState.values(), Counts::deliveries);
    }

    private <S extends Enum<S>> void bind(
            MeterRegistry registry, String name, String what, S[] states, Function<Counts, Map<S, Long>> counts) {
        for (S state : states) {
            Gauge.builder(name, () -> counts.apply(counts()).get(state))
                    .description(what + " by state")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }

    private synchronized Counts counts() {
        Instant now = clock.instant();
        if (latest.at().isBefore(now.minus(STALE_AFTER))) {
            latest = ledger.inTransaction(tx -> new Counts(
                    now, tx.status().inbox(), tx.status().sets(), tx.status().deliveries()));
        }
        return latest;
    }
}
