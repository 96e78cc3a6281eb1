package io.lotwire.partner;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** When the certificates and keys of all AS2 wires end. */
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
        List<CertificateFacts> all = new ArrayList<>();
        CertificateCheck check = new CertificateCheck(clock.instant(), all::add, problem -> {});
        profiles.get().good().forEach(profile -> profile.as2().ifPresent(as2 -> check.check(profile, as2)));
        return all;
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
