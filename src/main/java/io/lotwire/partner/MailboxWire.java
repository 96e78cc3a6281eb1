package io.lotwire.partner;

import io.lotwire.yaml.FileLine;
import java.nio.file.Path;
import java.util.List;

/**
 * Files in the partner's mailbox on our own SFTP server, for a partner who has none.
 *
 * @param user who they log in as; no two partners share one
 * @param authorizedKeys files of the keys that they may log in with (OpenSSH authorized_keys)
 * @param maxBytes how many bytes their mailbox holds
 * @param maxFiles how many files each of its folders holds
 * @param at where the profile describes it
 */
public record MailboxWire(String user, List<Path> authorizedKeys, long maxBytes, int maxFiles, FileLine at)
        implements Wire {
    public MailboxWire {
        authorizedKeys = List.copyOf(authorizedKeys);
    }

    @Override
    public List<Path> files() {
        return authorizedKeys;
    }

    @Override
    public WireKind kind() {
        return WireKind.SFTP;
    }
}
