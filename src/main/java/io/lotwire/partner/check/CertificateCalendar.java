package io.lotwire.partner.check;

import io.lotwire.partner.Profiles;
import io.lotwire.partner.certificate.CertificateFacts;
import io.lotwire.partner.certificate.Urgency;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** When the certificates and keys of all wires end. */
public final class CertificateCalendar {
    private final Supplier<Profiles> profiles;
    private final Clock clock;

    /** @param profiles gives those that are in force */
    public CertificateCalendar(Supplier<Profiles> profiles, Clock clock) {
        this.profiles = profiles;
        this.clock = clock;
    }

    /**
     * A certificate whose end is near.
     *
     * @param certificate which one
     * @param advice what to do about it, and how soon
     */
    public record Ending(CertificateFacts certificate, String advice) {}

    /** Every certificate that can be read now. */
    public List<CertificateFacts> all() {
        Instant now = clock.instant();
        return profiles.get().good().stream()
                .flatMap(profile ->
                        profile.wires().stream().flatMap(wire -> wire.certificates(profile.name(), now).stream()))
                .toList();
    }

    /** Those that end within 60 days, or have ended. */
    public List<Ending> ending() {
        return all().stream()
                .flatMap(facts -> Urgency.of(facts.daysLeft()).stream()
                        .map(urgency ->
                                new Ending(facts, facts.daysLeft() < 0 ? "it has ended, exchange it" : urgency.advice)))
                .toList();
    }
}
