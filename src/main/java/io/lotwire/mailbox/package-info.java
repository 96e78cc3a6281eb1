/** An SFTP server with a mailbox for each partner who has no server: keys only, and nothing to be seen but their own files. */
package io.lotwire.mailbox;
