package io.lotwire.gateway;

import io.lotwire.ledger.DeliveryState;
import io.lotwire.ledger.InboxState;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.SetState;
import io.lotwire.ledger.Status;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** How many inbox rows, transaction sets and deliveries are in each state: {@code lotwire_inbox{state="parked"}} ... */
@ApplicationScoped
public class LedgerMetrics implements MeterBinder {
    private final Ledger ledger;

    LedgerMetrics(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        bind(registry, "lotwire.inbox", "Inbox rows", InboxState.values(), status -> status.inbox());
        bind(registry, "lotwire.sets", "Transaction sets", SetState.values(), status -> status.sets());
        bind(registry, "lotwire.deliveries", "Deliveries", DeliveryState.values(), status -> status.deliveries());
    }

    private <S extends Enum<S>> void bind(
            MeterRegistry registry, String name, String what, S[] states, Function<Status, Map<S, Long>> counts) {
        for (S state : states) {
            Gauge.builder(name, () -> ledger.inTransaction(tx -> counts.apply(tx.status()))
                            .get(state))
                    .description(what + " by state")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }
}
