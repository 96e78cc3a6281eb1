package io.lotwire.wire.as2;

import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.WireValues;
import io.lotwire.partner.certificate.CertificateFile;
import io.lotwire.partner.certificate.KeyFile;
import io.lotwire.partner.certificate.Password;
import io.lotwire.wire.as2.As2Wire.Compression;
import io.lotwire.wire.as2.As2Wire.EncryptionAlgorithm;
import io.lotwire.wire.as2.As2Wire.MdnWish;
import io.lotwire.wire.as2.As2Wire.SigningAlgorithm;
import io.lotwire.yaml.Choices;
import io.lotwire.yaml.YamlFault;
import io.lotwire.yaml.YamlFields;
import io.lotwire.yaml.YamlList;
import io.lotwire.yaml.YamlMap;
import io.lotwire.yaml.YamlNode;
import io.lotwire.yaml.YamlScalar;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes the AS2 wire of {@code wires.as2} in a profile. */
public final class As2WireReader {
    /** More than any partner's server opens, and few enough that one partner cannot hold all of ours. */
    static final int USUAL_CONNECTIONS = 20;

    private static final int MOST_CONNECTIONS = 1000;

    /** Few enough for a small partner's server; waiting for one answer, we send three more. */
    static final int USUAL_AT_A_TIME = 4;

    /** Each holds a connection, of which many servers give one client no more. */
    private static final int MOST_AT_A_TIME = 32;

    private static final Choices<SigningAlgorithm> SIGNING = Choices.of(SigningAlgorithm.values());
    private static final Choices<EncryptionAlgorithm> ENCRYPTION =
            Choices.of(List.of(EncryptionAlgorithm.values()), As2WireReader::word);
    private static final Choices<Compression> COMPRESSION = Choices.of(Compression.values());
    private static final Choices<MdnWish> RECEIPTS = Choices.of(MdnWish.values());

    private final boolean self;

    /** @param self true when the wire is that of the gateway's owner */
    As2WireReader(boolean self) {
        this.self = self;
    }

    As2Wire read(YamlFields fields) {
        String id = fields.text("id");
        // RFC 4130, 6.2: 1 to 128 printable ASCII characters; quotes and backslashes travel escaped.
        if (!id.isEmpty() && !id.matches("[ -~]{1,128}")) {
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    "id",
                    "'id' is '" + id + "', but must be 1 to 128 printable ASCII characters.");
        }
        URI url = self && !fields.has("url")
                ? null
                : url(fields, "url", fields.text("url"), WireValues.written(fields, "url"));
        List<CertificateFile> certificates = certificates(fields, "certificates");
        List<KeyFile> keys = new ArrayList<>();
        for (YamlFields key : fields.maps("keys")) {
            keys.add(key(key));
        }
        checkOwner(fields);
        As2Wire.Sending sending = sending(fields);
        As2Wire.Accepting accepting = accepting(fields);
        As2Wire.Client client =
                fields.optionalMap("client").map(this::client).orElse(new As2Wire.Client(null, List.of(), null));
        fields.end();
        return new As2Wire(id, url, certificates, keys, sending, accepting, client, fields.at("id"));
    }

    private static As2Wire.Sending sending(YamlFields fields) {
        return new As2Wire.Sending(
                fields.optionalChoice("sign", SIGNING).orElse(SigningAlgorithm.SHA_256),
                fields.optionalChoice("encrypt", ENCRYPTION).orElse(EncryptionAlgorithm.AES_256_CBC),
                fields.optionalChoice("compress", COMPRESSION).orElse(Compression.NONE),
                fields.optionalChoice("mdn", RECEIPTS).orElse(MdnWish.SIGNED),
                fields.number("sendAtATime", USUAL_AT_A_TIME, 1, MOST_AT_A_TIME));
    }

    private static As2Wire.Accepting accepting(YamlFields fields) {
        boolean requireSigned = fields.flag("requireSigned", true);
        boolean requireEncrypted = fields.flag("requireEncrypted", true);
        List<URI> asyncMdnUrls = new ArrayList<>();
        for (YamlScalar text : fields.scalars("asyncMdnUrls")) {
            Optional.ofNullable(url(fields, "asyncMdnUrls", text.text(), "'" + text.written() + "'"))
                    .ifPresent(asyncMdnUrls::add);
        }
        int connections = fields.number("connections", USUAL_CONNECTIONS, 1, MOST_CONNECTIONS);
        List<AddressRange> from = ranges(fields);
        Optional<YamlFields> visitor = fields.optionalMap("visitor");
        As2Wire.Login login = visitor.flatMap(each -> each.optionalMap("login"))
                .map(As2WireReader::login)
                .orElse(null);
        List<CertificateFile> clientCertificates =
                visitor.map(each -> certificates(each, "certificates")).orElse(List.of());
        visitor.ifPresent(YamlFields::end);
        return new As2Wire.Accepting(
                requireSigned, requireEncrypted, asyncMdnUrls, login, clientCertificates, connections, from);
    }

    private static List<AddressRange> ranges(YamlFields fields) {
        List<AddressRange> ranges = new ArrayList<>();
        for (YamlScalar text : fields.scalars("from")) {
            AddressRange.parse(text.text())
                    .ifPresentOrElse(
                            ranges::add,
                            () -> fields.report(
                                    PartnerFault.VALUE_MALFORMED,
                                    "from",
                                    "'from' has '" + text.written()
                                            + "', but must list IP addresses or ranges of them, as 203.0.113.0/24 (all"
                                            + " bits after the 24th are 0)."));
        }
        return ranges;
    }

    private As2Wire.Client client(YamlFields fields) {
        As2Wire.Client client = new As2Wire.Client(
                fields.optionalMap("login").map(As2WireReader::login).orElse(null),
                certificates(fields, "serverCertificates"),
                fields.optionalMap("key").map(As2WireReader::key).orElse(null));
        fields.end();
        return client;
    }

    private static As2Wire.Login login(YamlFields fields) {
        String user = fields.text("user");
        if (user.indexOf(':') >= 0) {
            fields.report(PartnerFault.VALUE_MALFORMED, "user", "'user' holds a colon, which RFC 7617 does not allow.");
        }
        if (!fields.has("password") && !fields.has("passwordFile")) {
            fields.report(
                    YamlFault.KEY_MISSING,
                    "passwordFile",
                    "There is no password: name a file with 'passwordFile', or a variable with 'password: ${NAME}'.");
        }
        As2Wire.Login login = new As2Wire.Login(user, password(fields));
        fields.end();
        return login;
    }

    private static KeyFile key(YamlFields fields) {
        Path file = WireValues.path(fields, "file", fields.text("file"));
        Path certificate = fields.optionalText("certificate")
                .map(text -> WireValues.path(fields, "certificate", text))
                .orElse(null);
        if (certificate == null && !fields.has("password") && !fields.has("passwordFile")) {
            fields.report(
                    YamlFault.KEY_MISSING,
                    "passwordFile",
                    "A PKCS#12 file has a password: name its file with 'passwordFile', or a variable with"
                            + " 'password: ${NAME}'. (A PKCS#8 file wants 'certificate' beside it.)");
        }
        KeyFile key = new KeyFile(file, certificate, password(fields), from(fields), fields.at("file"));
        fields.end();
        return key;
    }

    /** From a file or a variable; one that stands in the profile itself is an error. */
    private static Password password(YamlFields fields) {
        if (fields.has("password") && fields.has("passwordFile")) {
            fields.report(
                    PartnerFault.KEY_OUT_OF_PLACE,
                    "password",
                    "'password' and 'passwordFile' stand beside each other: take one out.");
        }
        Optional<Path> file =
                fields.optionalText("passwordFile").map(text -> WireValues.path(fields, "passwordFile", text));
        Optional<YamlNode> value = fields.node("password");
        if (value.isPresent()
                && !(value.get() instanceof YamlScalar scalar
                        && scalar.written().matches("\\$\\{[A-Za-z_][A-Za-z0-9_]*}"))) {
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    "password",
                    "'password' must be a variable without default, as ${NAME}: no password stands in a profile.");
        }
        return file.map(Password::inFile)
                .orElseGet(
                        () -> fields.optionalText("password").map(Password::of).orElse(Password.none()));
    }

    private static Instant from(YamlFields fields) {
        Optional<String> text = fields.optionalText("from");
        try {
            return text.map(Instant::parse).orElse(Instant.MIN);
        } catch (DateTimeException e) {
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    "from",
                    "'from' is '" + text.orElse("") + "', but must be a moment in UTC, as \"2026-12-01T06:00:00Z\".");
            return Instant.MIN;
        }
    }

    /** Files, each as its name alone, or as a map of {@code file}, its password and {@code from}. */
    private static List<CertificateFile> certificates(YamlFields fields, String key) {
        List<CertificateFile> files = new ArrayList<>();
        for (YamlNode item : fields.items(key)) {
            if (item instanceof YamlMap) {
                fields.mapOf(key, item).ifPresent(each -> {
                    Path path = WireValues.path(each, "file", each.text("file"));
                    files.add(new CertificateFile(path, password(each), from(each), each.at("file")));
                    each.end();
                });
            } else {
                fields.textOf(key, item)
                        .ifPresent(text -> files.add(new CertificateFile(
                                WireValues.path(fields, key, text), Password.none(), Instant.MIN, item.at())));
            }
        }
        return files;
    }

    private void checkOwner(YamlFields fields) {
        if (self && none(fields, "keys")) {
            fields.report(
                    YamlFault.KEY_MISSING,
                    "keys",
                    "'keys' names none: the gateway's owner signs and decrypts with a key.");
        }
        if (!self && fields.has("keys")) {
            fields.report(
                    PartnerFault.KEY_OUT_OF_PLACE,
                    "keys",
                    "'keys' belongs to the gateway's owner only: take it out here.");
        }
        if (!self && none(fields, "certificates")) {
            fields.report(
                    YamlFault.KEY_MISSING,
                    "certificates",
                    "'certificates' names none: without the partner's certificate no signature can be checked.");
        }
    }

    private static boolean none(YamlFields fields, String key) {
        return fields.node(key)
                .map(node -> node instanceof YamlList list && list.items().isEmpty())
                .orElse(true);
    }

    private static URI url(YamlFields fields, String key, String text, String written) {
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
                    key,
                    "'" + key + "' is " + written
                            + ", but must be an http or https address without user and password.");
        }
        return null;
    }

    /** {@code AES_256_CBC} is written {@code aes-256-cbc}; Java cannot name a constant {@code 3DES}. */
    private static String word(EncryptionAlgorithm algorithm) {
        return algorithm.name().toLowerCase(Locale.ROOT).replace('_', '-').replace("triple-des", "3des");
    }
}
