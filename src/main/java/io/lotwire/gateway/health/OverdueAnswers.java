package io.lotwire.gateway.health;

import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Subscription;
import io.lotwire.wire.ProfilesChanged;
import io.lotwire.wire.ProfilesInForce;
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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells of partners who do not answer what we sent them as soon as agreed: a metric for each such subscription, {@code
 * lotwire_answers_overdue}, and a detail of readiness. Readiness itself stays up: traffic with all others goes on.
 */
@Readiness
@ApplicationScoped
public class OverdueAnswers implements HealthCheck, MeterBinder {
    private static final Duration LONGEST_CACHED = Duration.ofSeconds(10);

    /** Of the shortest time agreed, so small a part may a count be late. */
    private static final int CACHED_PART = 60;

    private final Ledger ledger;
    private final ProfilesInForce rules;
    private final Clock clock;
    private MultiGauge gauges;
    private Instant staleAt = Instant.MIN;
    private Map<Agreed, Long> latest = Map.of();

    OverdueAnswers(Ledger ledger, ProfilesInForce rules, Clock clock) {
        this.ledger = ledger;
        this.rules = rules;
        this.clock = clock;
    }

    /** A subscription whose documents are to be answered. */
    private record Agreed(String partner, String subscription, Duration within) {}

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("answers of partners").up();
        counts().forEach((agreed, count) -> {
            if (count > 0) {
                answer.withData(
                        agreed.partner() + " " + agreed.subscription(),
                        count + " without an answer after " + minutes(agreed.within()) + ": ask them");
            }
        });
        return answer.build();
    }

    private static String minutes(Duration within) {
        long minutes = within.toMinutes();
        return minutes + (minutes == 1 ? " minute" : " minutes");
    }

    @Override
    public synchronized void bindTo(MeterRegistry registry) {
        gauges = MultiGauge.builder("lotwire.answers.overdue")
                .description("Documents that a partner did not answer as soon as agreed")
                .register(registry);
        gauges.register(rows(), true);
    }

    /** Other profiles may agree on other times. */
    synchronized void follow(@Observes @Priority(ProfilesChanged.AFTER_ROUTES) ProfilesChanged change) {
        staleAt = Instant.MIN;
        if (gauges != null) {
            gauges.register(rows(), true);
        }
    }

    private List<MultiGauge.Row<?>> rows() {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        for (Agreed agreed : agreed()) {
            Tags tags = Tags.of("partner", agreed.partner(), "subscription", agreed.subscription());
            rows.add(MultiGauge.Row.of(tags, () -> counts().getOrDefault(agreed, 0L)));
        }
        return rows;
    }

    private synchronized Map<Agreed, Long> counts() {
        Instant now = clock.instant();
        if (staleAt.isBefore(now)) {
            List<Agreed> agreed = agreed();
            latest = agreed.isEmpty() ? Map.of() : ledger.inTransaction(tx -> counted(tx, agreed, now));
            staleAt = now.plus(cached(agreed));
        }
        return latest;
    }

    private static Duration cached(List<Agreed> agreed) {
        return agreed.stream()
                .map(each -> each.within().dividedBy(CACHED_PART))
                .filter(part -> part.compareTo(LONGEST_CACHED) < 0)
                .min(Comparator.naturalOrder())
                .orElse(LONGEST_CACHED);
    }

    private static Map<Agreed, Long> counted(LedgerTransaction tx, List<Agreed> agreed, Instant now) {
        Map<Agreed, Long> counts = new LinkedHashMap<>();
        agreed.forEach(each -> counts.put(
                each, tx.status().unanswered(each.partner(), each.subscription(), now.minus(each.within()))));
        return counts;
    }

    private List<Agreed> agreed() {
        List<Agreed> agreed = new ArrayList<>();
        for (Profile partner : rules.profiles().partners()) {
            for (Subscription each : partner.subscriptions()) {
                if (each.answeredWithin() != null) {
                    agreed.add(new Agreed(partner.name(), each.name(), each.answeredWithin()));
                }
            }
        }
        return agreed;
    }
}
