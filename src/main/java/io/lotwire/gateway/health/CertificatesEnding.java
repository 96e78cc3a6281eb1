package io.lotwire.gateway.health;

import io.lotwire.partner.certificate.CertificateFacts;
import io.lotwire.partner.check.CertificateCalendar;
import io.lotwire.partner.check.CertificateCalendar.Ending;
import io.lotwire.wire.ProfilesChanged;
import io.lotwire.wire.ProfilesInForce;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Warns of certificates that end: a metric for each, {@code lotwire_certificate_days_left}, a detail of readiness, and a
 * line in the log once a day. Readiness itself stays up: traffic with all others goes on.
 */
@Named("certificates")
@Readiness
@ApplicationScoped
public class CertificatesEnding implements HealthCheck, MeterBinder {
    private static final Logger LOG = Logger.getLogger(CertificatesEnding.class);

    /** Files are read again after it: a certificate that was exchanged is seen without a restart. */
    private static final Duration STALE_AFTER = Duration.ofMinutes(10);

    private final CertificateCalendar calendar;
    private final Clock clock;
    private MultiGauge gauges;
    private Instant readAt = Instant.MIN;
    private List<CertificateFacts> latest = List.of();

    CertificatesEnding(ProfilesInForce rules, Clock clock) {
        this.calendar = new CertificateCalendar(rules::profiles, clock);
        this.clock = clock;
    }

    /** Says in the log which certificates end, and what to do. */
    public void say() {
        for (Ending ending : calendar.ending()) {
            LOG.warnf(
                    "The certificate %s of %s ends at %s, %d full days from now: %s.",
                    ending.certificate().file(),
                    ending.certificate().profile(),
                    ending.certificate().notAfter(),
                    ending.certificate().daysLeft(),
                    ending.advice());
        }
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("certificates").up();
        for (Ending ending : calendar.ending()) {
            answer.withData(
                    ending.certificate().profile() + " " + fileName(ending.certificate()),
                    ending.certificate().daysLeft() + " days left: " + ending.advice());
        }
        return answer.build();
    }

    @Override
    public synchronized void bindTo(MeterRegistry registry) {
        gauges = MultiGauge.builder("lotwire.certificate.days.left")
                .description("Full days until a certificate ends, negative when it has")
                .register(registry);
        gauges.register(rows(), true);
    }

    /** Other profiles may name other certificates. */
    synchronized void follow(@Observes @Priority(ProfilesChanged.AFTER_ROUTES) ProfilesChanged change) {
        readAt = Instant.MIN;
        if (gauges != null) {
            gauges.register(rows(), true);
        }
    }

    private List<MultiGauge.Row<?>> rows() {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        for (CertificateFacts facts : facts()) {
            Tags tags = Tags.of("partner", facts.profile(), "file", fileName(facts));
            rows.add(MultiGauge.Row.of(tags, () -> daysLeft(facts)));
        }
        return rows;
    }

    private double daysLeft(CertificateFacts wanted) {
        return facts().stream()
                .filter(facts ->
                        facts.profile().equals(wanted.profile()) && facts.file().equals(wanted.file()))
                .findFirst()
                .map(CertificateFacts::daysLeft)
                .map(Long::doubleValue)
                .orElse(Double.NaN);
    }

    private synchronized List<CertificateFacts> facts() {
        Instant now = clock.instant();
        if (readAt.isBefore(now.minus(STALE_AFTER))) {
            latest = calendar.all();
            readAt = now;
        }
        return latest;
    }

    private static String fileName(CertificateFacts facts) {
        Path name = facts.file().getFileName();
        return name == null ? facts.file().toString() : name.toString();
    }
}
