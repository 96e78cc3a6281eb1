package io.lotwire.partner;

import io.lotwire.yaml.YamlFault;
import io.lotwire.yaml.YamlFields;
import io.lotwire.yaml.YamlNode;
import io.lotwire.yaml.YamlScalar;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes wires of the {@code wires} of a profile. */
final class WireReader {
    static final Map<String, WireKind> KINDS = words(WireKind.values());
    private static final Path NOWHERE = Path.of("");

    private final boolean self;

    /** @param self true when the wires are those of the gateway's owner */
    WireReader(boolean self) {
        this.self = self;
    }

    List<Wire> read(YamlFields fields) {
        List<Wire> wires = new ArrayList<>();
        fields.optionalMap("as2").map(new As2WireReader(self)::read).ifPresent(wires::add);
        fields.optionalMap("sftp").map(this::sftp).ifPresent(wires::add);
        fields.optionalMap("jms").map(this::jms).ifPresent(wires::add);
        fields.end();
        return wires;
    }

    private SftpWire sftp(YamlFields fields) {
        String host = fields.text("host");
        int port = fields.number("port", 22, 1, 65535);
        String user = fields.text("user");
        Path privateKey = path(fields, "privateKey", fields.text("privateKey"));
        Path knownHosts = path(fields, "knownHosts", fields.text("knownHosts"));
        SftpWire.PickUp pickUp =
                fields.optionalMap("pickUp").map(WireReader::pickUp).orElse(null);
        SftpWire.DropOff dropOff =
                fields.optionalMap("dropOff").map(WireReader::dropOff).orElse(null);
        if (!fields.has("pickUp") && !fields.has("dropOff")) {
            fields.report(
                    YamlFault.KEY_MISSING,
                    "pickUp",
                    "The wire says neither 'pickUp' nor 'dropOff': say where files are fetched, or put.");
        }
        fields.end();
        return new SftpWire(host, port, user, privateKey, knownHosts, pickUp, dropOff, fields.at("host"));
    }

    private static SftpWire.PickUp pickUp(YamlFields fields) {
        String directory = fields.text("directory");
        String pattern = fields.text("pattern", "*");
        String archive = fields.text("archive", "archive");
        Duration minAge = fields.duration("minAge", Duration.ofSeconds(5));
        fields.end();
        return new SftpWire.PickUp(directory, pattern, archive, minAge);
    }

    private static SftpWire.DropOff dropOff(YamlFields fields) {
        SftpWire.DropOff dropOff = new SftpWire.DropOff(fields.text("directory"));
        fields.end();
        return dropOff;
    }

    private JmsWire jms(YamlFields fields) {
        JmsWire wire = new JmsWire(fields.text("queue"), fields.at("queue"));
        fields.end();
        return wire;
    }

    static Path path(YamlFields fields, String key, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            fields.report(PartnerFault.VALUE_MALFORMED, key, "'" + key + "' is no path of a file.");
            return NOWHERE;
        }
    }

    static String written(YamlFields fields, String key) {
        Optional<YamlNode> node = fields.node(key);
        return node.filter(YamlScalar.class::isInstance)
                .map(each -> "'" + ((YamlScalar) each).written() + "'")
                .orElse("not a text");
    }

    static <E extends Enum<E>> Map<String, E> words(E[] values) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E value : values) {
            words.put(word(value), value);
        }
        return words;
    }

    /** {@code AES_256_CBC} is written {@code aes-256-cbc}; Java cannot name a constant {@code 3DES}. */
    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-').replace("triple-des", "3des");
    }
}
