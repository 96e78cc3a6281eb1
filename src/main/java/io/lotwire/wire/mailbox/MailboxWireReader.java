package io.lotwire.wire.mailbox;

import io.lotwire.partner.WireKind;
import io.lotwire.partner.WireValues;
import io.lotwire.yaml.YamlFault;
import io.lotwire.yaml.YamlFields;
import java.nio.file.Path;
import java.util.List;

/** Makes a wire of the {@code sftp} of a profile that has a {@code mailbox}. */
public final class MailboxWireReader {
    /** The key that makes it a mailbox. */
    public static final String KEY = "mailbox";

    private static final long MEGABYTE = 1_000_000;
    private static final int USUAL_MEGABYTES = 1_000;
    private static final int MOST_MEGABYTES = 1_000_000;
    private static final int USUAL_FILES = 1_000;
    private static final int MOST_FILES = 100_000;

    private final WireKind kind;
    private final String partner;

    /**
     * @param kind what the wire is called in profiles
     * @param partner the name of the profile
     */
    public MailboxWireReader(WireKind kind, String partner) {
        this.kind = kind;
        this.partner = partner;
    }

    /** Makes it. */
    public MailboxWire read(YamlFields fields) {
        MailboxWire wire = fields.optionalMap(KEY)
                .map(this::mailbox)
                .orElse(new MailboxWire(kind, partner, List.of(), 0, 0, fields.at(KEY)));
        fields.end();
        return wire;
    }

    private MailboxWire mailbox(YamlFields fields) {
        String user = fields.text("user", partner);
        // The name of a folder as well: nothing in it may lead elsewhere.
        if (!user.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,63}")) {
            WireValues.malformed(fields, "user", "be 1 to 64 letters, digits, '_' or '-'");
        }
        List<Path> keys = fields.texts("authorizedKeys").stream()
                .map(text -> WireValues.path(fields, "authorizedKeys", text))
                .toList();
        if (keys.isEmpty()) {
            fields.report(
                    YamlFault.KEY_MISSING,
                    "authorizedKeys",
                    "'authorizedKeys' names no file: without a key the partner cannot log in.");
        }
        long maxBytes = MEGABYTE * fields.number("maxMegabytes", USUAL_MEGABYTES, 1, MOST_MEGABYTES);
        int maxFiles = fields.number("maxFiles", USUAL_FILES, 1, MOST_FILES);
        fields.end();
        return new MailboxWire(kind, user, keys, maxBytes, maxFiles, fields.at());
    }
}
