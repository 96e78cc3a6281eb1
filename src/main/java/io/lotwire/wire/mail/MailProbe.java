package io.lotwire.wire.mail;

import io.lotwire.partner.Wire;
import io.lotwire.wire.Probe;
import io.lotwire.wire.ProbeFailed;
import io.lotwire.wire.ProbePlace;
import io.lotwire.wire.ProbeRun;
import io.lotwire.wire.ProbeStep;
import io.lotwire.wire.ServerProbe;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Tries a mail server: its name and port, SMTP and what protects it, and login. No mail is sent. */
public final class MailProbe implements Probe {
    @Override
    public String word() {
        return MailKind.WORD;
    }

    @Override
    public boolean fits(Wire wire) {
        return wire instanceof MailWire;
    }

    @Override
    public List<ProbeStep> run(Wire wire, ProbePlace place) {
        MailWire mail = (MailWire) wire;
        ProbeRun run = new ProbeRun();
        new ServerProbe(mail.host(), mail.port(), place.patience()).addTo(run);
        run.first("smtp", () -> smtp(mail, place.patience()));
        if (!mail.user().isEmpty()) {
            run.then("login", () -> login(mail, place.patience()));
        }
        return run.steps();
    }

    private static String smtp(MailWire mail, Duration patience) throws ProbeFailed {
        try (SMTPTransport ignored = new MailServer(mail, patience, false).connect()) {
            return switch (mail.security()) {
                case STARTTLS -> "the server speaks SMTP, and TLS by STARTTLS";
                case TLS -> "the server speaks SMTP over TLS";
                case NONE -> "the server speaks SMTP";
            };
        } catch (MessagingException | IOException failed) {
            throw new ProbeFailed(
                    "no SMTP with " + mail.host(),
                    failed,
                    "Compare 'port' and 'security' in the profile with what the server wants (587 starttls, 465 tls); its"
                            + " certificate must be one that Java trusts, or stand under 'serverCertificates'");
        }
    }

    private static String login(MailWire mail, Duration patience) throws ProbeFailed {
        try (SMTPTransport ignored = new MailServer(mail, patience, true).connect()) {
            return "we are let in as '" + mail.user() + "'";
        } catch (AuthenticationFailedException refused) {
            throw new ProbeFailed(
                    "the server does not let us in as '" + mail.user() + "'", "Look at 'user' and the password");
        } catch (MessagingException | IOException failed) {
            throw new ProbeFailed("login fails", failed, "Ask whoever runs the mail server");
        }
    }
}
