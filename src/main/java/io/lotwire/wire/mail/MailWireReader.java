package io.lotwire.wire.mail;

import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.WireValues;
import io.lotwire.partner.certificate.Password;
import io.lotwire.wire.SecretReader;
import io.lotwire.wire.ServerCertificates;
import io.lotwire.wire.mail.MailWire.Security;
import io.lotwire.yaml.Choices;
import io.lotwire.yaml.YamlFault;
import io.lotwire.yaml.YamlFields;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes a wire of the {@code mail} of a profile. */
final class MailWireReader {
    private static final Choices<Security> SECURITY = Choices.of(Security.values());

    /** The ports of submission (RFC 8314, section 3). */
    private static final int STARTTLS_PORT = 587;

    private static final int TLS_PORT = 465;

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    /** One mailbox without a name; nothing in it can begin another header or another address. */
    private static final String ADDRESS = "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,253}";

    private MailWireReader() {}

    static MailWire read(YamlFields fields) {
        String host = fields.text("host");
        Security security = fields.optionalChoice("security", SECURITY).orElse(Security.STARTTLS);
        if (security == Security.NONE && !LOOPBACK.contains(host.toLowerCase(Locale.ROOT))) {
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    "security",
                    "'security: none' is only for a server on this machine, for others could read what is sent: take starttls"
                            + " or tls.");
        }
        int port = fields.number("port", security == Security.TLS ? TLS_PORT : STARTTLS_PORT, 1, 65535);
        ServerCertificates serverCertificates = ServerCertificates.read(fields);
        String user = fields.text("user", "");
        Password password = SecretReader.read(fields, "password");
        boolean hasPassword = fields.has("password") || fields.has("passwordFile");
        if (user.isEmpty() && hasPassword) {
            fields.report(YamlFault.KEY_MISSING, "user", "There is a password, but no 'user' to log in as: add it.");
        } else if (!user.isEmpty() && !hasPassword) {
            fields.report(
                    YamlFault.KEY_MISSING,
                    "passwordFile",
                    "There is no password: name a file with 'passwordFile', or a variable with 'password: ${NAME}'.");
        }
        String from = fields.text("from");
        if (!from.isEmpty() && !from.matches(ADDRESS)) {
            WireValues.malformed(fields, "from", "be one address, as lots@northgate.example");
        }
        List<String> to = to(fields);
        fields.end();
        return new MailWire(host, port, security, serverCertificates, user, password, from, to, fields.at("host"));
    }

    private static List<String> to(YamlFields fields) {
        List<String> to = fields.texts("to");
        to.stream()
                .filter(address -> !address.matches(ADDRESS))
                .forEach(address -> fields.report(
                        PartnerFault.VALUE_MALFORMED,
                        "to",
                        "'to' has '" + address + "', but must list addresses, as quality@northgate.example."));
        if (fields.items("to").isEmpty()) {
            fields.report(YamlFault.KEY_MISSING, "to", "'to' names nobody: list the addresses that mail goes to.");
        }
        return to;
    }
}
