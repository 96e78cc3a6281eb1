package io.lotwire.wire.mailbox;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Where the SFTP server with the mailboxes listens.
 *
 * @param address host and port; empty when there is no such server
 */
public record MailboxAddress(Optional<InetSocketAddress> address) {}
