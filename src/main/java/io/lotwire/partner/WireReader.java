package io.lotwire.partner;

import io.lotwire.yaml.Choices;
import io.lotwire.yaml.YamlFields;
import io.lotwire.yaml.YamlNode;
import io.lotwire.yaml.YamlScalar;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes wires of the {@code wires} of a profile. */
final class WireReader {
    static final Choices<WireKind> KINDS = Choices.of(WireKind.values());
    /** Stands in for a path that a profile does not say. */
    static final Path NOWHERE = Path.of("");

    private final String partner;
    private final boolean self;

    /**
     * @param partner the name of the profile
     * @param self true when the wires are those of the gateway's owner
     */
    WireReader(String partner, boolean self) {
        this.partner = partner;
        this.self = self;
    }

    List<Wire> read(YamlFields fields) {
        List<Wire> wires = new ArrayList<>();
        fields.optionalMap("as2").map(new As2WireReader(self)::read).ifPresent(wires::add);
        fields.optionalMap("sftp").map(new SftpWireReader(partner)::read).ifPresent(wires::add);
        fields.optionalMap("jms").map(JmsWireReader::read).ifPresent(wires::add);
        fields.end();
        return wires;
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
}
