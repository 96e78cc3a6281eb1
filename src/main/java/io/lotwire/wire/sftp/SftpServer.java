package io.lotwire.wire.sftp;

import io.lotwire.wire.Completeness;
import io.lotwire.wire.PickUp;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A partner's server as the route templates of SFTP want to know it. */
final class SftpServer {
    private final String partner;
    private final SftpWire wire;

    SftpServer(String partner, SftpWire wire) {
        this.partner = partner;
        this.wire = wire;
    }

    /** @throws NoSuchFileException names a file without which nothing works */
    void requireFiles() throws NoSuchFileException {
        List<Path> files = new ArrayList<>(List.of(wire.knownHosts()));
        wire.login().neededFile().ifPresent(files::add);
        for (Path file : files) {
            if (!Files.isReadable(file)) {
                throw new NoSuchFileException(file.toString());
            }
        }
    }

    /** The parameters of {@code deliver-sftp}; empty when nothing is sent. */
    Map<String, Object> sending() {
        return wire.dropOff() == null ? Map.of() : server(wire.dropOff().directory());
    }

    /** The parameters of {@code receive-sftp}, for each directory. */
    List<Map<String, Object>> receiving() {
        return wire.pickUps().stream().map(this::receiving).toList();
    }

    private Map<String, Object> receiving(PickUp pickUp) {
        Map<String, Object> parameters = server(pickUp.directory());
        parameters.put("patterns", String.join(",", pickUp.patterns()));
        parameters.put("minAge", 0);
        Completeness complete = pickUp.completeness();
        if (complete instanceof Completeness.Unchanged unchanged) {
            parameters.put("minAge", unchanged.minAge().toMillis());
        } else if (complete instanceof Completeness.DoneFile done) {
            parameters.put(
                    "doneFile",
                    done.name().replace("${file}", "${file:name}").replace("${stem}", "${file:name.noext}"));
        } else if (complete instanceof Completeness.Renamed renamed) {
            parameters.put("temporary", String.join(",", renamed.temporary()));
        }
        if (pickUp.archive().isEmpty()) {
            parameters.put("delete", true);
        } else {
            parameters.put("archive", pickUp.archive() + "/${file:name}.${date:now:yyyyMMddHHmmssSSS}");
        }
        return parameters;
    }

    private Map<String, Object> server(String directory) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("partner", partner);
        parameters.put("host", wire.host());
        parameters.put("port", wire.port());
        parameters.put("directory", directory);
        parameters.put("user", wire.user());
        parameters.put("hostKey", wire.knownHosts().toAbsolutePath());
        if (wire.login() instanceof SftpLogin.PrivateKey key) {
            parameters.put("authentication", "publickey");
            parameters.put("privateKey", key.file().toAbsolutePath());
        } else {
            parameters.put("authentication", "password,keyboard-interactive");
        }
        return parameters;
    }
}
