package io.lotwire.partner;

import io.lotwire.yaml.FileLine;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Files on the partner's SFTP server. Directories are paths on the server, relative to where the user's session starts.
 *
 * @param host the server's name or address
 * @param port its TCP port
 * @param user who we log in as
 * @param privateKey file of the key that we log in with (OpenSSH or PEM)
 * @param knownHosts file of the server's host keys (OpenSSH known_hosts); another key is refused
 * @param pickUp where we fetch files, null when we fetch none
 * @param dropOff where we put files, null when we put none
 * @param at where the profile describes it
 */
public record SftpWire(
        String host,
        int port,
        String user,
        Path privateKey,
        Path knownHosts,
        PickUp pickUp,
        DropOff dropOff,
        FileLine at)
        implements Wire {

    /**
     * Where we fetch files.
     *
     * @param directory the directory that they put files in
     * @param pattern names of the files to fetch, with {@code *} and {@code ?}
     * @param archive the directory that a fetched file is moved to, relative to {@code directory}
     * @param minAge how long a file must be unchanged before it is taken for complete
     */
    public record PickUp(String directory, String pattern, String archive, Duration minAge) {}

    /**
     * Where we put files.
     *
     * @param directory the directory that they look into
     */
    public record DropOff(String directory) {}

    @Override
    public WireKind kind() {
        return WireKind.SFTP;
    }
}
