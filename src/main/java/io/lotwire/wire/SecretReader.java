package io.lotwire.wire;

import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.WireValues;
import io.lotwire.partner.certificate.Password;
import io.lotwire.yaml.YamlFields;
import io.lotwire.yaml.YamlScalar;

/** Reads secrets, which stand in the environment or in a file, and never in a profile. */
public final class SecretReader {
    private SecretReader() {}

    /**
     * Reads one.
     *
     * @param key the key that names a variable; the one that names a file has {@code File} behind it
     * @return {@link Password#none} when neither is there
     */
    public static Password read(YamlFields fields, String key) {
        String ofFile = key + "File";
        if (fields.has(key) && fields.has(ofFile)) {
            fields.report(
                    PartnerFault.KEY_OUT_OF_PLACE,
                    ofFile,
                    "'" + ofFile + "' stands beside '" + key + "': keep one of them.");
        }
        if (fields.has(key) && !isVariable(fields, key)) {
            // What stands there may be the secret, so it is not repeated.
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    key,
                    "'" + key
                            + "' must be the name of an environment variable, as ${ACME_SECRET}: no secret stands in a"
                            + " profile.");
        }
        return fields.optionalText(ofFile)
                .map(text -> Password.inFile(WireValues.path(fields, ofFile, text)))
                .or(() -> fields.optionalText(key).map(Password::of))
                .orElseGet(Password::none);
    }

    /** Whether what stands there is the name of an environment variable, and nothing else. */
    public static boolean isVariable(YamlFields fields, String key) {
        return fields.node(key)
                .filter(node ->
                        node instanceof YamlScalar scalar && scalar.written().matches("\\$\\{[A-Z][A-Z0-9_]*}"))
                .isPresent();
    }
}
