package io.lotwire.wire.mail;

import io.lotwire.partner.Wire;
import io.lotwire.partner.WireKind;
import io.lotwire.yaml.YamlFields;

/** Documents that are sent as e-mail. */
public record MailKind() implements WireKind {
    static final String WORD = "mail";

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public Wire read(YamlFields fields, String partner, boolean self) {
        return MailWireReader.read(fields);
    }

    @Override
    public String sendingKey() {
        return "to";
    }
}
