package io.lotwire.partner;

import io.lotwire.yaml.FileLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files on the partner's SFTP server. Directories are paths on the server, relative to where the user's session starts.
 *
 * @param host the server's name or address
 * @param port its TCP port
 * @param user who we log in as
 * @param login how we prove it
 * @param knownHosts file of the server's host keys (OpenSSH known_hosts); another key is refused
 * @param algorithms the algorithms that we offer
 * @param deadline how long one file may take on its way; a server that takes longer is left
 * @param pickUps where we fetch files, empty when we fetch none
 * @param dropOff where we put files, null when we put none
 * @param at where the profile describes it
 */
public record SftpWire(
        String host,
        int port,
        String user,
        SftpLogin login,
        Path knownHosts,
        SftpAlgorithms algorithms,
        Duration deadline,
        List<PickUp> pickUps,
        DropOff dropOff,
        FileLine at)
        implements Wire {
    public SftpWire {
        pickUps = List.copyOf(pickUps);
    }

    /**
     * Where we fetch files.
     *
     * @param directory the directory that they put files in
     * @param patterns names of the files to fetch, with {@code *} and {@code ?}
     * @param completeness how a file is known to be whole
     * @param archive the directory that a fetched file is moved to, relative to {@code directory}; {@code ""} when it
     *     is deleted
     * @param schedule when we look
     */
    public record PickUp(
            String directory, List<String> patterns, Completeness completeness, String archive, PollSchedule schedule) {
        public PickUp {
            patterns = List.copyOf(patterns);
        }
    }

    /**
     * Where we put files.
     *
     * @param directory the directory that they look into
     * @param ifExists what is done when a file of the name is there, with other content
     */
    public record DropOff(String directory, IfExists ifExists) {}

    /** What is done when a file of the name is there already, with other content. */
    public enum IfExists {
        /** The new file takes its place. */
        OVERRIDE,
        /** The delivery fails, and is tried again until the file is gone. */
        REFUSE,
        /** The new file gets a number into its name. */
        NUMBER
    }

    @Override
    public List<Path> files() {
        return Stream.concat(Stream.of(knownHosts), login.neededFile().stream()).toList();
    }

    @Override
    public WireKind kind() {
        return WireKind.SFTP;
    }

    @Override
    public boolean sends() {
        return dropOff != null;
    }
}
