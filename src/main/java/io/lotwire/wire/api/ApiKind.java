package io.lotwire.wire.api;

import io.lotwire.partner.Wire;
import io.lotwire.partner.WireKind;
import io.lotwire.yaml.YamlFields;

/** Lot events and scans over HTTP. Nothing is sent over it. */
public record ApiKind() implements WireKind {
    static final String WORD = "api";

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public Wire read(YamlFields fields, String partner, boolean self) {
        return ApiWireReader.read(fields, self);
    }

    @Override
    public String sendingKey() {
        return "";
    }
}
