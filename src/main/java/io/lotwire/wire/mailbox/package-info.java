/** The mailbox wire: files on our SFTP server, for a partner who has none. */
package io.lotwire.wire.mailbox;
