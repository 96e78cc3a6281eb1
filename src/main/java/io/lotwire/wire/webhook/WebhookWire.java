package io.lotwire.wire.webhook;

import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.Surroundings;
import io.lotwire.partner.Wire;
import io.lotwire.partner.WireKind;
import io.lotwire.partner.certificate.Password;
import io.lotwire.problem.Problem;
import io.lotwire.wire.ServerCertificates;
import io.lotwire.yaml.FileLine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Documents that are posted over HTTPS, each signed.
 *
 * @param url where to
 * @param secret holds what they are signed with
 * @param privateNetwork whether the address may be one inside a private network
 * @param serverCertificates which certificates the server may show
 * @param deadline how long one may take on its way
 * @param at where the profile describes it
 */
public record WebhookWire(
        URI url,
        Password secret,
        boolean privateNetwork,
        ServerCertificates serverCertificates,
        Duration deadline,
        FileLine at)
        implements Wire {
    @Override
    public WireKind kind() {
        return new WebhookKind();
    }

    /** Which addresses it may connect to. */
    Reachable reachable() {
        return new Reachable(url.getHost(), privateNetwork);
    }

    @Override
    public List<Path> files() {
        return Stream.concat(secret.file().stream(), serverCertificates.paths().stream())
                .toList();
    }

    @Override
    public void check(Surroundings around) {
        try {
            WebhookKeys.of(secret);
        } catch (IOException unreadable) {
            around.problems()
                    .accept(dangling("The secret cannot be read (" + unreadable.getMessage()
                            + "): put the file there, with the secret in its first line."));
        } catch (IllegalArgumentException malformed) {
            around.problems().accept(Problem.error(PartnerFault.VALUE_MALFORMED, at.place(), malformed.getMessage()));
        }
        serverCertificates.check(around, at);
    }

    private Problem dangling(String message) {
        return Problem.error(PartnerFault.REFERENCE_DANGLING, at.place(), message);
    }

    @Override
    public List<String> inWords() {
        return List.of("Webhook: we post to " + url + ", signed as Standard Webhooks says (HMAC-SHA256)"
                + (privateNetwork ? ", inside a private network too" : ""));
    }
}
