package io.lotwire.wire.webhook;

import io.lotwire.partner.Wire;
import io.lotwire.partner.WireKind;
import io.lotwire.yaml.YamlFields;

/** Documents that are posted over HTTPS. */
public record WebhookKind() implements WireKind {
    static final String WORD = "webhook";

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public Wire read(YamlFields fields, String partner, boolean self) {
        return WebhookWireReader.read(fields);
    }

    @Override
    public String sendingKey() {
        return "url";
    }
}
