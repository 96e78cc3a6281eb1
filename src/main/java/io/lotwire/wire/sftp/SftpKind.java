package io.lotwire.wire.sftp;

import io.lotwire.partner.Wire;
import io.lotwire.partner.WireKind;
import io.lotwire.wire.mailbox.MailboxWireReader;
import io.lotwire.yaml.YamlFields;

/** SFTP: a server of the partner's, or a mailbox of theirs on ours. */
public record SftpKind() implements WireKind {
    @Override
    public String word() {
        return "sftp";
    }

    @Override
    public Wire read(YamlFields fields, String partner, boolean self) {
        return fields.has(MailboxWireReader.KEY)
                ? new MailboxWireReader(this, partner).read(fields)
                : new SftpWireReader().read(fields);
    }

    @Override
    public String sendingKey() {
        return "dropOff";
    }
}
