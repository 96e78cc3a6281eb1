package io.lotwire.wire.mail;

import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.Surroundings;
import io.lotwire.partner.Wire;
import io.lotwire.partner.WireKind;
import io.lotwire.partner.certificate.Password;
import io.lotwire.problem.Problem;
import io.lotwire.wire.ServerCertificates;
import io.lotwire.yaml.FileLine;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Documents that are sent as e-mail.
 *
 * @param host the name or address of the mail server that takes them from us
 * @param port its TCP port
 * @param security how the connection is protected
 * @param serverCertificates which certificates the server may show
 * @param user who we log in as, {@code ""} where the server asks for nobody
 * @param password holds the password
 * @param from the address that they come from
 * @param to whom they go to
 * @param at where the profile describes it
 */
public record MailWire(
        String host,
        int port,
        Security security,
        ServerCertificates serverCertificates,
        String user,
        Password password,
        String from,
        List<String> to,
        FileLine at)
        implements Wire {
    /** How a connection is protected. */
    public enum Security {
        /** It begins in the clear, and nothing is said before it is encrypted (RFC 3207). */
        STARTTLS,
        /** It is encrypted from the first byte on (RFC 8314). */
        TLS,
        /** It is not. */
        NONE
    }

    public MailWire {
        to = List.copyOf(to);
    }

    @Override
    public WireKind kind() {
        return new MailKind();
    }

    @Override
    public List<Path> files() {
        return Stream.concat(serverCertificates.paths().stream(), password.file().stream())
                .toList();
    }

    @Override
    public void check(Surroundings around) {
        if (!password.readable()) {
            around.problems()
                    .accept(Problem.error(
                            PartnerFault.REFERENCE_DANGLING,
                            at.place(),
                            "The password file " + password + " cannot be read: put it there."));
        }
        serverCertificates.check(around, at);
    }

    @Override
    public List<String> inWords() {
        String how =
                switch (security) {
                    case STARTTLS -> "by STARTTLS";
                    case TLS -> "by TLS";
                    case NONE -> "unprotected";
                };
        return List.of("Mail: from " + from + " to " + String.join(", ", to) + ", by the server " + host + ", port "
                + port + ", " + how + (user.isEmpty() ? "" : ", where we log in as '" + user + "'"));
    }
}
