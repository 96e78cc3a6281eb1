package io.lotwire.partner.read;

import io.lotwire.partner.Wire;
import io.lotwire.partner.WireKind;
import io.lotwire.yaml.Choices;
import io.lotwire.yaml.YamlFields;
import java.util.ArrayList;
import java.util.List;

/** Makes wires of the {@code wires} of a profile. */
final class WireReader {
    /** Those that something can be sent over. */
    static final Choices<WireKind> KINDS = Choices.of(
            WireKind.all().stream().filter(kind -> !kind.sendingKey().isEmpty()).toList(), WireKind::word);

    private WireReader() {}

    /**
     * Makes them.
     *
     * @param partner the name of the profile
     * @param self true when the wires are those of the gateway's owner
     */
    static List<Wire> read(YamlFields fields, String partner, boolean self) {
        List<Wire> wires = new ArrayList<>();
        for (WireKind kind : WireKind.all()) {
            fields.optionalMap(kind.word())
                    .map(each -> kind.read(each, partner, self))
                    .ifPresent(wires::add);
        }
        fields.end();
        return wires;
    }
}
