package io.lotwire.cli;

import io.lotwire.embedded.BrokerAddress;
import io.lotwire.embedded.EmbeddedBroker;
import io.lotwire.gateway.Settings;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.partner.Wire;
import io.lotwire.wire.Probe;
import io.lotwire.wire.ProbePlace;
import io.lotwire.wire.ProbeStep;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tries the wires of a partner, and prints a line for each step. */
final class PartnerProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Installation installation;

    PartnerProbe(Installation installation) {
        this.installation = installation;
    }

    /** Tries them; the exit code. */
    int of(String name) throws IOException {
        Profiles profiles = installation.profiles();
        Optional<Profile> partner = profiles.byName(name);
        if (partner.isEmpty()) {
            return absent(profiles, name);
        }
        if (partner.get().self()) {
            installation.err().println("'" + name + "' is ourselves: name a partner, whose wires lead elsewhere.");
            return ExitCode.USAGE;
        }
        PrintStream out = new PrintStream(installation.out(), false, StandardCharsets.UTF_8);
        out.println(name + ": " + partner.get().title());
        ProbePlace place = place(profiles);
        long tried = 0;
        long failed = 0;
        for (Wire wire : partner.get().wires()) {
            Optional<Probe> probe = Probe.of(wire);
            if (probe.isPresent()) {
                List<ProbeStep> steps = probe.get().run(wire, place);
                steps.forEach(step -> out.println("  " + probe.get().word() + " " + line(step)));
                tried += steps.size();
                failed += steps.stream()
                        .filter(ProbeStep.Failed.class::isInstance)
                        .count();
            }
        }
        out.println(tried + " steps, " + failed + " failed");
        out.flush();
        return failed > 0 ? ExitCode.REJECTED : ExitCode.GOOD;
    }

    private int absent(Profiles profiles, String name) {
        if (profiles.problems(name).isEmpty()) {
            installation.err().println("There is no profile '" + name + "' in " + installation.partners() + ".");
            return ExitCode.USAGE;
        }
        profiles.problems(name).forEach(problem -> installation.err().println(ProblemLine.text(problem)));
        return ExitCode.REJECTED;
    }

    private ProbePlace place(Profiles profiles) throws IOException {
        Settings settings = installation.settings();
        Optional<BrokerAddress> broker =
                settings.broker().isPresent() ? settings.broker() : EmbeddedBroker.addressIn(settings.data());
        return new ProbePlace(profiles.self(), settings.mailbox(), broker, installation.clock(), PATIENCE);
    }

    private static String line(ProbeStep step) {
        if (step instanceof ProbeStep.Failed failed) {
            return failed.name() + ": FAILED: " + failed.why() + ". " + failed.mend() + ".";
        }
        if (step instanceof ProbeStep.NotTried waiting) {
            return waiting.name() + ": not tried, for it needs '" + waiting.failed() + "'";
        }
        return step.name() + ": ok, " + ((ProbeStep.Passed) step).found();
    }
}
