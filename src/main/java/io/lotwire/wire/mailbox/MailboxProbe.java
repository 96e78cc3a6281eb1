package io.lotwire.wire.mailbox;

import io.lotwire.partner.Wire;
import io.lotwire.wire.Probe;
import io.lotwire.wire.ProbeFailed;
import io.lotwire.wire.ProbePlace;
import io.lotwire.wire.ProbeRun;
import io.lotwire.wire.ProbeStep;
import io.lotwire.wire.ServerProbe;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;

/** Tries what a partner needs for their mailbox: keys that we can read, and our server at its port. */
public final class MailboxProbe implements Probe {
    private static final String BANNER = "SSH-2.0-";
    private static final int LOCAL = 0;

    @Override
    public String word() {
        return "mailbox";
    }

    @Override
    public boolean fits(Wire wire) {
        return wire instanceof MailboxWire;
    }

    @Override
    public List<ProbeStep> run(Wire wire, ProbePlace place) {
        MailboxWire mailbox = (MailboxWire) wire;
        ProbeRun run = new ProbeRun();
        for (Path file : mailbox.authorizedKeys()) {
            run.apart("keys " + file.getFileName(), () -> keys(file));
        }
        run.first("setting", () -> setting(place));
        InetSocketAddress address =
                place.mailboxes().orElseGet(() -> InetSocketAddress.createUnresolved("localhost", LOCAL));
        new ServerProbe(address.getHostString(), address.getPort(), place.patience()).addTo(run);
        run.then("ssh", () -> ssh(address, place.patience()));
        return run.steps();
    }

    private static String keys(Path file) throws ProbeFailed {
        try {
            List<AuthorizedKeyEntry> keys = AuthorizedKeyEntry.readAuthorizedKeys(file);
            for (AuthorizedKeyEntry key : keys) {
                key.resolvePublicKey(null, PublicKeyEntryResolver.FAILING);
            }
            if (!keys.isEmpty()) {
                return keys.size() + (keys.size() == 1 ? " key" : " keys");
            }
            throw new ProbeFailed(file + " holds no key", "Put the public key there that the partner sent you");
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new ProbeFailed(
                    file + " cannot be read as public keys",
                    unreadable,
                    "Put the public key there that the partner sent you, in one line as OpenSSH writes it");
        }
    }

    private static String setting(ProbePlace place) throws ProbeFailed {
        InetSocketAddress address = place.mailboxes()
                .orElseThrow(() -> new ProbeFailed(
                        "the server of the mailboxes is not turned on",
                        "Set LOTWIRE_MAILBOX_PORT for the gateway, and for this command"));
        return "LOTWIRE_MAILBOX_PORT is " + address.getPort();
    }

    private static String ssh(InetSocketAddress address, Duration patience) throws ProbeFailed {
        try (Socket socket = new Socket(address.getHostString(), address.getPort())) {
            socket.setSoTimeout((int) patience.toMillis());
            String begin = new String(socket.getInputStream().readNBytes(BANNER.length()), StandardCharsets.US_ASCII);
            if (begin.equals(BANNER)) {
                return "the server speaks SSH";
            }
            throw new ProbeFailed(
                    "port " + address.getPort() + " does not speak SSH",
                    "Another program may have that port: end it, or set another LOTWIRE_MAILBOX_PORT");
        } catch (IOException broken) {
            throw new ProbeFailed(
                    "port " + address.getPort() + " does not speak SSH",
                    broken,
                    "Another program may have that port: end it, or set another LOTWIRE_MAILBOX_PORT");
        }
    }
}
