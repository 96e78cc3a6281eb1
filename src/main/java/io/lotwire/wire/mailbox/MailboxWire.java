package io.lotwire.wire.mailbox;

import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.Surroundings;
import io.lotwire.partner.Wire;
import io.lotwire.partner.WireKind;
import io.lotwire.problem.Problem;
import io.lotwire.yaml.FileLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Files in the partner's mailbox on our own SFTP server, for a partner who has none.
 *
 * @param kind what the wire is called in profiles: it is SFTP
 * @param user who they log in as; no two partners share one
 * @param authorizedKeys files of the keys that they may log in with (OpenSSH authorized_keys)
 * @param maxBytes how many bytes their mailbox holds
 * @param maxFiles how many files each of its folders holds
 * @param at where the profile describes it
 */
public record MailboxWire(
        WireKind kind, String user, List<Path> authorizedKeys, long maxBytes, int maxFiles, FileLine at)
        implements Wire {
    public MailboxWire {
        authorizedKeys = List.copyOf(authorizedKeys);
    }

    @Override
    public List<Path> files() {
        return authorizedKeys;
    }

    @Override
    public List<String> identities() {
        return List.of("mailbox user '" + user + "'");
    }

    @Override
    public void check(Surroundings around) {
        for (Path keys : authorizedKeys) {
            if (!Files.isReadable(keys)) {
                around.problems()
                        .accept(Problem.error(
                                PartnerFault.REFERENCE_DANGLING,
                                at.place(),
                                "The authorised keys " + keys
                                        + " cannot be read: put the public key there that the partner sent you."));
            }
        }
    }

    @Override
    public List<String> inWords() {
        return List.of("SFTP: a mailbox on our server, where they log in as '" + user
                + "'; they write into inbox and fetch from outbox");
    }
}
