package io.lotwire.wire.jms;

import io.lotwire.partner.Wire;
import io.lotwire.partner.WireKind;
import io.lotwire.yaml.YamlFields;

/** Queues and topics of the gateway's message broker. */
public record JmsKind() implements WireKind {
    @Override
    public String word() {
        return "jms";
    }

    @Override
    public Wire read(YamlFields fields, String partner, boolean self) {
        return JmsWireReader.read(fields);
    }

    @Override
    public String sendingKey() {
        return "send";
    }
}
