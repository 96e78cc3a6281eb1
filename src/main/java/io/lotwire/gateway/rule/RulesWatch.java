package io.lotwire.gateway.rule;

import io.lotwire.gateway.Settings;
import io.lotwire.partner.FileDigest;
import io.lotwire.wire.ProfilesChanged;
import io.lotwire.wire.RootCause;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.camel.quarkus.main.events.AfterStart;
import org.apache.camel.quarkus.main.events.BeforeStop;
import org.jboss.logging.Logger;

/**
 * Looks whether the files of profiles and mappings changed, by their content, and puts new rules in force when they did.
 * What is still being written is left for the next look: a change counts when two looks in a row find the same.
 */
@ApplicationScoped
public class RulesWatch implements MeterBinder {
    private static final Logger LOG = Logger.getLogger(RulesWatch.class);
    private static final String READ_OF_PROFILES = ".*\\.(ya?ml|csv|txt)";
    private static final int DEEPEST = 8;

    /** What time alone may mend, such as a certificate whose day has come, is looked at again after it. */
    private static final Duration WRONG_LOOKED_AT_AGAIN = Duration.ofMinutes(1);

    private final RulesInForce inForce;
    private final Settings settings;
    private final Clock clock;
    private final Event<ProfilesChanged> changed;
    private final AtomicLong changes = new AtomicLong();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "rules-watch"));

    private ScheduledFuture<?> looks;
    private Fingerprint read = new Fingerprint("", "");
    private Fingerprint seen = read;
    private Instant readAt = Instant.MAX;
    private Set<String> said = Set.of();

    RulesWatch(RulesInForce inForce, Settings settings, Clock clock, Event<ProfilesChanged> changed) {
        this.inForce = inForce;
        this.settings = settings;
        this.clock = clock;
        this.changed = changed;
    }

    void start(@Observes AfterStart started) {
        say(inForce.now());
        long pause = settings.watch().toMillis();
        looks = thread.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes BeforeStop stopping) {
        if (looks != null) {
            looks.cancel(false);
        }
        thread.shutdown();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("lotwire.rules.changes", changes, AtomicLong::doubleValue)
                .description("How often other profiles or mappings were put in force")
                .register(registry);
        for (ProfileState state : ProfileState.values()) {
            Gauge.builder("lotwire.profiles", () -> ProfileState.count(inForce.profiles(), state))
                    .description("Profiles by what became of the file")
                    .tag("state", state.word())
                    .register(registry);
        }
    }

    private void look() {
        try {
            Fingerprint now = fingerprint(inForce.files());
            boolean wrongForLong = !inForce.profiles().wrong().isEmpty()
                    && readAt.isBefore(clock.instant().minus(WRONG_LOOKED_AT_AGAIN));
            boolean settled = now.equals(seen);
            seen = now;
            if (settled && (wrongForLong || !now.equals(read))) {
                RulesInForce.Loaded next = inForce.load();
                // What changes from here on is not in force yet, and so is seen as a change by the next look.
                Fingerprint after = fingerprint(next.files());
                if (after.folders().equals(now.folders())) {
                    read = after;
                    seen = after;
                    readAt = clock.instant();
                    take(next);
                }
            }
        } catch (IOException | UncheckedIOException unreadable) {
            LOG.errorf("Profiles and mappings cannot be read, those in force stay: %s", RootCause.sentence(unreadable));
        } catch (RuntimeException defect) {
            if (thread.isShutdown()) {
                return;
            }
            LOG.error("Changed profiles and mappings cannot be put in force", defect);
        }
    }

    /**
     * What all files hold that rules are made of.
     *
     * @param folders those in the folders of profiles and mappings
     * @param named those elsewhere that the profiles name
     */
    private record Fingerprint(String folders, String named) {}

    private Fingerprint fingerprint(List<Path> named) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> profiles = Files.walk(settings.partners(), DEEPEST);
                Stream<Path> mappings = Files.walk(settings.mappings(), DEEPEST)) {
            profiles.filter(file -> file.toString().matches(READ_OF_PROFILES)).forEach(files::add);
            mappings.forEach(files::add);
        }
        files.removeIf(file -> !Files.isRegularFile(file));
        files.sort(Comparator.naturalOrder());
        return new Fingerprint(FileDigest.ofFiles(files), FileDigest.ofFiles(named));
    }

    private void take(RulesInForce.Loaded next) {
        Rules before = inForce.now();
        Rules after = next.rules();
        inForce.put(next);
        say(after);
        List<String> differences = RulesDifference.between(before, after);
        if (!differences.isEmpty()) {
            changed.fire(new ProfilesChanged(before.profiles(), after.profiles()));
            LOG.infof("In force from now on: %s", String.join(", ", differences));
            changes.incrementAndGet();
        }
    }

    /** Says what is wrong, once. */
    private void say(Rules rules) {
        Set<String> all = new LinkedHashSet<>();
        rules.problems().forEach(problem -> all.add(problem.toString()));
        for (String name : rules.profiles().wrong()) {
            all.add("The profile " + name + " is wrong. " + ProfileState.sentence(rules.profiles(), name));
        }
        all.stream().filter(line -> !said.contains(line)).forEach(LOG::warn);
        said = all;
    }
}
