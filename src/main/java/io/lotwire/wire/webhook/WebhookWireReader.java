package io.lotwire.wire.webhook;

import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.WireValues;
import io.lotwire.partner.certificate.Password;
import io.lotwire.wire.FilesReader;
import io.lotwire.wire.SecretReader;
import io.lotwire.wire.ServerCertificates;
import io.lotwire.yaml.YamlFault;
import io.lotwire.yaml.YamlFields;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;

/** Makes a wire of the {@code webhook} of a profile. */
final class WebhookWireReader {
    /** Standard Webhooks, "Operational considerations": between 15 and 30 seconds. */
    private static final Duration USUAL_DEADLINE = Duration.ofSeconds(30);

    private static final Duration LONGEST_DEADLINE = Duration.ofMinutes(5);

    private static final URI NOWHERE = URI.create("https://nowhere.invalid/");

    private WebhookWireReader() {}

    static WebhookWire read(YamlFields fields) {
        String text = fields.text("url");
        URI url = url(fields, text, fields.flag("plain", false));
        Password secret = SecretReader.read(fields, "secret");
        if (!fields.has("secret") && !fields.has("secretFile")) {
            fields.report(
                    YamlFault.KEY_MISSING,
                    "secretFile",
                    "There is no secret to sign with: name a file with 'secretFile', or a variable with 'secret: ${NAME}'.");
        }
        boolean privateNetwork = fields.flag("privateNetwork", false);
        ServerCertificates serverCertificates = ServerCertificates.read(fields);
        if (serverCertificates.areNamed() && "http".equals(url.getScheme())) {
            fields.report(
                    PartnerFault.KEY_OUT_OF_PLACE,
                    "serverCertificates",
                    "'serverCertificates' belongs to https:// only: take it out, or correct 'url'.");
        }
        Duration deadline = FilesReader.between(fields, "deadline", USUAL_DEADLINE, LONGEST_DEADLINE);
        fields.end();
        return new WebhookWire(url, secret, privateNetwork, serverCertificates, deadline, fields.at("url"));
    }

    private static URI url(YamlFields fields, String text, boolean plain) {
        if (text.isEmpty()) {
            return NOWHERE;
        }
        try {
            URI url = new URI(text);
            if (url.getUserInfo() != null) {
                // A password may stand there, so it is not repeated.
                fields.report(
                        PartnerFault.VALUE_MALFORMED,
                        "url",
                        "'url' has a user in it: take it out, what is posted is signed instead.");
            } else if (url.getHost() == null || url.getFragment() != null) {
                WireValues.malformed(fields, "url", "be an address such as https://hooks.example.com/lotwire");
            } else if ("http".equals(url.getScheme()) && !plain && !Reachable.isLoopback(url.getHost())) {
                WireValues.malformed(
                        fields,
                        "url",
                        "begin with https://, for others could read what is sent; 'plain: true' allows it all the same");
            } else if (!"https".equals(url.getScheme()) && !"http".equals(url.getScheme())) {
                WireValues.malformed(fields, "url", "begin with https://");
            } else {
                return url;
            }
        } catch (URISyntaxException none) {
            WireValues.malformed(fields, "url", "be an address such as https://hooks.example.com/lotwire");
        }
        return NOWHERE;
    }
}
