package io.lotwire.partner;

import io.lotwire.yaml.YamlFields;
import io.lotwire.yaml.YamlNode;
import io.lotwire.yaml.YamlScalar;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Values that descriptions of wires have in common. */
public final class WireValues {
    /** Stands in for a path that a profile does not say. */
    public static final Path NOWHERE = Path.of("");

    private WireValues() {}

    /** A path of a file; {@link #NOWHERE}, and a problem, when the text is none. */
    public static Path path(YamlFields fields, String key, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            fields.report(PartnerFault.VALUE_MALFORMED, key, "'" + key + "' is no path of a file.");
            return NOWHERE;
        }
    }

    /** A value as it is written in the file, for a message. */
    public static String written(YamlFields fields, String key) {
        Optional<YamlNode> node = fields.node(key);
        return node.filter(YamlScalar.class::isInstance)
                .map(each -> "'" + ((YamlScalar) each).written() + "'")
                .orElse("not a text");
    }

    /** Reports that a value must be otherwise. */
    public static void malformed(YamlFields fields, String key, String wanted) {
        String written = fields.node(key)
                .filter(YamlScalar.class::isInstance)
                .map(each -> ((YamlScalar) each).written())
                .orElse("");
        fields.report(
                PartnerFault.VALUE_MALFORMED, key, "'" + key + "' is '" + written + "', but must " + wanted + ".");
    }
}
