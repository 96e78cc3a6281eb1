package io.lotwire.wire.api;

import io.lotwire.partner.PartnerFault;
import io.lotwire.yaml.YamlFault;
import io.lotwire.yaml.YamlFields;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes a wire of the {@code api} of a profile. */
final class ApiWireReader {
    /** A program that sends one request after the other needs one; those of several devices together some more. */
    private static final int USUAL_CONNECTIONS = 8;

    /** All that there are for partners together. */
    private static final int MOST_CONNECTIONS = 100;

    private ApiWireReader() {}

    static ApiWire read(YamlFields fields, boolean self) {
        if (self) {
            fields.report(
                    PartnerFault.KEY_OUT_OF_PLACE,
                    "tokens",
                    "'api' says what partners show to us: give a program of your own a profile of its own.");
        }
        List<ApiToken> tokens = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (YamlFields each : fields.maps("tokens")) {
            ApiToken token = token(each);
            if (!known.add(token.sha256())) {
                each.report(PartnerFault.VALUE_MALFORMED, "sha256", "This token stands here twice: keep one of them.");
            }
            tokens.add(token);
        }
        if (tokens.isEmpty()) {
            fields.report(
                    YamlFault.KEY_MISSING,
                    "tokens",
                    "'tokens' names none: without one nobody is let in. 'lotwire partner token NAME' makes one.");
        }
        int connections = fields.number("connections", USUAL_CONNECTIONS, 1, MOST_CONNECTIONS);
        fields.end();
        return new ApiWire(tokens, connections, fields.at());
    }

    private static ApiToken token(YamlFields fields) {
        String name = fields.text("name");
        String sha256 = fields.text("sha256");
        if (!sha256.isEmpty() && !sha256.matches("[0-9a-f]{64}")) {
            // It may be the token itself: it is not repeated.
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    "sha256",
                    "'sha256' must be the SHA-256 of the token, 64 hexadecimal digits in small letters; never the token.");
        }
        LocalDate ends = ends(fields, fields.text("ends"));
        boolean asks = fields.flag("asks", false);
        fields.end();
        return new ApiToken(name, sha256, ends, asks);
    }

    private static LocalDate ends(YamlFields fields, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException none) {
            if (!text.isEmpty()) {
                fields.report(
                        PartnerFault.VALUE_MALFORMED,
                        "ends",
                        "'ends' is '" + text + "', but must be a day, as 2027-06-30.");
            }
            return LocalDate.MIN;
        }
    }
}
