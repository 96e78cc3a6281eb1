package io.lotwire.partner;

import io.lotwire.partner.certificate.CertificateFacts;
import io.lotwire.problem.Problem;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What stands around a wire when it is checked.
 *
 * @param profile the profile that it is in
 * @param profiles all that could be read, this one among them
 * @param owner the profile of the gateway's owner
 * @param now what time it is, for certificates
 * @param certificates is told each certificate that can be read
 * @param problems is told what is wrong
 */
public record Surroundings(
        Profile profile,
        Collection<Profile> profiles,
        Optional<Profile> owner,
        Instant now,
        Consumer<CertificateFacts> certificates,
        Consumer<Problem> problems) {}
