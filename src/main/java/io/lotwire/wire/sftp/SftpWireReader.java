package io.lotwire.wire.sftp;

import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.WireValues;
import io.lotwire.wire.DropOff;
import io.lotwire.wire.FilesReader;
import io.lotwire.wire.PickUp;
import io.lotwire.wire.SecretReader;
import io.lotwire.yaml.YamlFault;
import io.lotwire.yaml.YamlFields;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes a wire of the {@code sftp} of a profile. */
final class SftpWireReader {
    /** Of the outbox lease of 10 minutes, what is left after connecting and the waits for single answers. */
    private static final Duration LONGEST_DEADLINE = Duration.ofMinutes(8);

    private static final Duration USUAL_DEADLINE = Duration.ofMinutes(5);

    SftpWire read(YamlFields fields) {
        String host = fields.text("host");
        int port = fields.number("port", 22, 1, 65535);
        String user = fields.text("user");
        SftpLogin login = login(fields);
        Path knownHosts = WireValues.path(fields, "knownHosts", fields.text("knownHosts"));
        SftpAlgorithms algorithms =
                fields.optionalMap("algorithms").map(this::algorithms).orElse(SftpAlgorithms.unrestricted());
        Duration deadline = FilesReader.between(fields, "deadline", USUAL_DEADLINE, LONGEST_DEADLINE);
        FilesReader files = new FilesReader(SftpWireReader::directory, entry -> entry.text("archive"));
        List<PickUp> pickUps = files.pickUps(fields);
        DropOff dropOff = files.dropOff(fields).orElse(null);
        fields.end();
        return new SftpWire(
                host, port, user, login, knownHosts, algorithms, deadline, pickUps, dropOff, fields.at("host"));
    }

    private SftpLogin login(YamlFields fields) {
        List<String> given = new ArrayList<>(List.of("privateKey", "password", "passwordFile"));
        given.removeIf(key -> !fields.has(key));
        if (given.isEmpty()) {
            fields.report(
                    YamlFault.KEY_MISSING,
                    "privateKey",
                    "The wire says nothing to log in with: add 'privateKey', 'passwordFile' or 'password'.");
        } else if (given.size() > 1) {
            fields.report(
                    PartnerFault.KEY_OUT_OF_PLACE,
                    given.get(1),
                    "'" + given.get(1) + "' stands beside '" + given.get(0) + "': keep one to log in with.");
        }
        if (fields.has("password")) {
            return password(fields);
        }
        return fields.has("passwordFile")
                ? new SftpLogin.PasswordFile(WireValues.path(fields, "passwordFile", fields.text("passwordFile")))
                : new SftpLogin.PrivateKey(WireValues.path(fields, "privateKey", fields.text("privateKey", "")));
    }

    private static SftpLogin password(YamlFields fields) {
        if (!SecretReader.isVariable(fields, "password")) {
            // What stands there may be a password, so it is not repeated.
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    "password",
                    "'password' must be the name of an environment variable, as ${ACME_SFTP_PASSWORD}: passwords never"
                            + " stand in a profile.");
        }
        return new SftpLogin.KnownPassword(fields.text("password"));
    }

    private SftpAlgorithms algorithms(YamlFields fields) {
        SftpAlgorithms algorithms = new SftpAlgorithms(
                names(fields, "keyExchanges"),
                names(fields, "hostKeys"),
                names(fields, "ciphers"),
                names(fields, "macs"));
        fields.end();
        return algorithms;
    }

    /** RFC 4251, 6: names are printable ASCII, at most 64 characters, without comma. */
    private static List<String> names(YamlFields fields, String key) {
        List<String> names = fields.texts(key);
        names.stream()
                .filter(name -> !name.matches("[!-+\\--~]{1,64}"))
                .findFirst()
                .ifPresent(name -> fields.report(
                        PartnerFault.VALUE_MALFORMED,
                        key,
                        "'" + key + "' has '" + name
                                + "', but must list names of SSH algorithms, as aes256-gcm@openssh.com."));
        return names;
    }

    private static String directory(YamlFields fields) {
        String directory = fields.text("directory");
        if (!directory.isEmpty() && !directory.matches("/?[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*")) {
            WireValues.malformed(
                    fields, "directory", "be a path of letters, digits, '.', '_', '-' and '/', as out/orders");
        }
        return directory;
    }
}
