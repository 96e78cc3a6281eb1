package io.lotwire.wire.sftp;

import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.Surroundings;
import io.lotwire.partner.Wire;
import io.lotwire.partner.WireKind;
import io.lotwire.problem.Problem;
import io.lotwire.wire.DropOff;
import io.lotwire.wire.PickUp;
import io.lotwire.yaml.FileLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

    @Override
    public List<Path> files() {
        return Stream.concat(Stream.of(knownHosts), login.neededFile().stream()).toList();
    }

    @Override
    public WireKind kind() {
        return new SftpKind();
    }

    @Override
    public boolean sends() {
        return dropOff != null;
    }

    @Override
    public void check(Surroundings around) {
        login.neededFile().filter(file -> !Files.isReadable(file)).ifPresent(file -> {
            String what = login instanceof SftpLogin.PrivateKey ? "private key" : "password file";
            around.problems().accept(dangling("The " + what + " " + file + " cannot be read: put it there."));
        });
        if (!Files.isReadable(knownHosts)) {
            around.problems()
                    .accept(dangling("The known hosts " + knownHosts
                            + " cannot be read: put the server's host key there, as the partner told it."));
        }
    }

    private Problem dangling(String message) {
        return Problem.error(PartnerFault.REFERENCE_DANGLING, at.place(), message);
    }

    @Override
    public List<String> inWords() {
        List<String> words = new ArrayList<>();
        words.add("SFTP: their server " + host + ", port " + port + ", where we log in as '" + user + "'");
        pickUps.forEach(pickUp -> words.add(pickUp.inWords()));
        if (dropOff != null) {
            words.add(dropOff.inWords());
        }
        return words;
    }
}
