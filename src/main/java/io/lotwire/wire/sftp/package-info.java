/** The SFTP wire: files on a partner's own server. */
package io.lotwire.wire.sftp;
