package io.lotwire.gateway.health;

import io.lotwire.alert.Alert;
import io.lotwire.alert.Alerts;
import io.lotwire.gateway.step.AlertStep;
import io.lotwire.ledger.Ledger;
import io.lotwire.lot.Word;
import io.lotwire.lot.rule.StockCause;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many alerts are not closed, {@code lotwire_alerts_open{state="taken"}}, and how many lots are on hand that have expired, are below
 * what a customer wants or expire soon, {@code lotwire_lots_expiring{cause="lot_expired"}}; the latter of what somebody is told of, when
 * it was looked last.
 */
@ApplicationScoped
public class AlertMetrics implements MeterBinder {
    private static final Duration STALE_AFTER = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final AlertStep step;
    private final Clock clock;
    private Instant looked = Instant.MIN;
    private Map<Alert.State, Long> latest = Map.of();

    AlertMetrics(Ledger ledger, AlertStep step, Clock clock) {
        this.ledger = ledger;
        this.step = step;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Alert.State state : List.of(Alert.State.OPEN, Alert.State.TAKEN)) {
            Gauge.builder("lotwire.alerts.open", () -> notClosed().getOrDefault(state, 0L))
                    .description("Alerts that are not closed, by whether somebody has taken them")
                    .tag("state", Word.of(state))
                    .register(registry);
        }
        for (StockCause cause : StockCause.values()) {
            Gauge.builder("lotwire.lots.expiring", () -> step.seen().getOrDefault(cause, 0))
                    .description("Lots on hand that are told of by alerts, by cause")
                    .tag("cause", cause.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }

    private synchronized Map<Alert.State, Long> notClosed() {
        Instant now = clock.instant();
        if (looked.isBefore(now.minus(STALE_AFTER))) {
            latest = ledger.inTransaction(tx -> new Alerts(tx).notClosed());
            looked = now;
        }
        return latest;
    }
}
