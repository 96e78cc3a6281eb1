package io.lotwire.wire.as2;

import io.lotwire.partner.Wire;
import io.lotwire.partner.WireKind;
import io.lotwire.yaml.YamlFields;

/** AS2 (RFC 4130). */
public record As2Kind() implements WireKind {
    @Override
    public String word() {
        return "as2";
    }

    @Override
    public Wire read(YamlFields fields, String partner, boolean self) {
        return new As2WireReader(self).read(fields);
    }

    @Override
    public String sendingKey() {
        return "url";
    }
}
