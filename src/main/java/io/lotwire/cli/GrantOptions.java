package io.lotwire.cli;

import io.lotwire.access.Grant;
import io.lotwire.access.Role;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What somebody is allowed beside their role. */
final class GrantOptions {
    @Option(
            names = "--partner",
            paramLabel = "PARTNER",
            defaultValue = "",
            description = "For the role partner: whose they are, by the profile's name.")
    private String partner;

    @Option(
            names = "--payloads",
            negatable = true,
            description = "Whether they may see the bytes of documents. Without it: all but viewers may.")
    private Boolean payloads;

    /** What it comes to; empty when the partner is not known, which is told on standard error. */
    Optional<Grant> of(Role role, Installation installation) {
        if (!partner.isEmpty() && installation.profiles().byName(partner).isEmpty()) {
            installation
                    .err()
                    .println("There is no profile '" + partner + "' in force: 'lotwire partner check' tells why.");
            return Optional.empty();
        }
        return Optional.of(new Grant(role, partner, payloads == null ? role.seesPayloads() : payloads));
    }
}
