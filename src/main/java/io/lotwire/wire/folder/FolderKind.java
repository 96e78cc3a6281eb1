package io.lotwire.wire.folder;

import io.lotwire.partner.Wire;
import io.lotwire.partner.WireKind;
import io.lotwire.yaml.YamlFields;

/** Folders that this machine sees. */
public record FolderKind() implements WireKind {
    static final String WORD = "folder";

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public Wire read(YamlFields fields, String partner, boolean self) {
        return new FolderWireReader().read(fields);
    }

    @Override
    public String sendingKey() {
        return "dropOff";
    }
}
