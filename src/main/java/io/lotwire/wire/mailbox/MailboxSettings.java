package io.lotwire.wire.mailbox;

import io.lotwire.setting.Allowed;
import io.lotwire.setting.Setting;
import io.lotwire.setting.SettingGroup;
import io.lotwire.setting.SettingReader;
import java.net.InetSocketAddress;
import java.util.Optional;

/** What can be set about the mailboxes. */
public final class MailboxSettings {
    private static final Setting<Integer> PORT = Setting.optional(
            "LOTWIRE_MAILBOX_PORT",
            Allowed.port(),
            "no mailboxes",
            "The port of the SFTP server with the mailboxes; 22 and the like need the right to listen there.");
    private static final Setting<String> HOST = Setting.of(
            "LOTWIRE_MAILBOX_HOST",
            Allowed.text("a host's name or address"),
            "127.0.0.1",
            "The address at which that server listens.");

    public static final SettingGroup GROUP = SettingGroup.of("Mailboxes", PORT, HOST);

    private MailboxSettings() {}

    /** Where their server listens; empty when there is none. */
    public static Optional<InetSocketAddress> address(SettingReader settings) {
        String host = settings.value(HOST);
        return settings.optional(PORT).map(port -> InetSocketAddress.createUnresolved(host, port));
    }
}
