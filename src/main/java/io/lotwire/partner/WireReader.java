package io.lotwire.partner;

import io.lotwire.partner.As2Wire.EncryptionAlgorithm;
import io.lotwire.partner.As2Wire.MdnWish;
import io.lotwire.partner.As2Wire.SigningAlgorithm;
import io.lotwire.yaml.YamlFault;
import io.lotwire.yaml.YamlFields;
import io.lotwire.yaml.YamlList;
import io.lotwire.yaml.YamlNode;
import io.lotwire.yaml.YamlScalar;
import java.net.URI;
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
    private static final Map<String, SigningAlgorithm> SIGNING = words(SigningAlgorithm.values());
    private static final Map<String, EncryptionAlgorithm> ENCRYPTION = words(EncryptionAlgorithm.values());
    private static final Map<String, MdnWish> RECEIPTS = words(MdnWish.values());
    private static final Path NOWHERE = Path.of("");

    private final boolean self;

    /** @param self true when the wires are those of the gateway's owner */
    WireReader(boolean self) {
        this.self = self;
    }

    List<Wire> read(YamlFields fields) {
        List<Wire> wires = new ArrayList<>();
        fields.optionalMap("as2").map(this::as2).ifPresent(wires::add);
        fields.optionalMap("sftp").map(this::sftp).ifPresent(wires::add);
        fields.optionalMap("jms").map(this::jms).ifPresent(wires::add);
        fields.end();
        return wires;
    }

    private As2Wire as2(YamlFields fields) {
        String id = fields.text("id");
        // RFC 4130, 6.2: 1 to 128 printable ASCII characters, no quote and no backslash unless escaped.
        if (!id.isEmpty() && !id.matches("[ !#-\\[\\]-~]{1,128}")) {
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    "id",
                    "'id' is '" + id + "', but must be 1 to 128 ASCII characters without quotes and backslashes.");
        }
        URI url = self ? null : url(fields);
        List<CertificateFile> certificates = certificates(fields);
        KeyFile key = fields.optionalMap("key").map(this::key).orElse(null);
        checkOwner(fields);
        SigningAlgorithm sign = fields.optionalChoice("sign", SIGNING).orElse(SigningAlgorithm.SHA_256);
        EncryptionAlgorithm encrypt =
                fields.optionalChoice("encrypt", ENCRYPTION).orElse(EncryptionAlgorithm.AES_256_CBC);
        MdnWish mdn = fields.optionalChoice("mdn", RECEIPTS).orElse(MdnWish.SIGNED);
        boolean requireSigned = fields.flag("requireSigned", true);
        boolean requireEncrypted = fields.flag("requireEncrypted", true);
        fields.end();
        return new As2Wire(
                id, url, certificates, key, sign, encrypt, mdn, requireSigned, requireEncrypted, fields.at("id"));
    }

    private void checkOwner(YamlFields fields) {
        if (self && !fields.has("key")) {
            fields.report(
                    YamlFault.KEY_MISSING,
                    "key",
                    "The key 'key' is missing: the gateway's owner signs and decrypts with it.");
        }
        if (!self && fields.has("key")) {
            fields.report(
                    PartnerFault.KEY_OUT_OF_PLACE,
                    "key",
                    "'key' belongs to the gateway's owner only: take it out here.");
        }
        boolean none = fields.node("certificates")
                .map(node -> node instanceof YamlList list && list.items().isEmpty())
                .orElse(true);
        if (!self && none) {
            fields.report(
                    YamlFault.KEY_MISSING,
                    "certificates",
                    "'certificates' names none: without the partner's certificate no signature can be checked.");
        }
    }

    private URI url(YamlFields fields) {
        String text = fields.text("url");
        try {
            URI url = URI.create(text);
            boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (http && url.getHost() != null && url.getUserInfo() == null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // Said below, as for an address of another kind.
        }
        if (!text.isEmpty()) {
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    "url",
                    "'url' is " + written(fields, "url")
                            + ", but must be an http or https address without user and password.");
        }
        return null;
    }

    private static List<CertificateFile> certificates(YamlFields fields) {
        return fields.scalars("certificates").stream()
                .map(each -> new CertificateFile(path(fields, "certificates", each.text()), each.at()))
                .toList();
    }

    private KeyFile key(YamlFields fields) {
        Path file = path(fields, "file", fields.text("file"));
        Path passwordFile = path(fields, "passwordFile", fields.text("passwordFile"));
        KeyFile key = new KeyFile(file, passwordFile, fields.at("file"));
        fields.end();
        return key;
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

    private static Path path(YamlFields fields, String key, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            fields.report(PartnerFault.VALUE_MALFORMED, key, "'" + key + "' is no path of a file.");
            return NOWHERE;
        }
    }

    private static String written(YamlFields fields, String key) {
        Optional<YamlNode> node = fields.node(key);
        return node.filter(YamlScalar.class::isInstance)
                .map(each -> "'" + ((YamlScalar) each).written() + "'")
                .orElse("not a text");
    }

    private static <E extends Enum<E>> Map<String, E> words(E[] values) {
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
