package io.lotwire.partner;

import io.lotwire.yaml.FileLine;
import java.nio.file.Path;
import java.util.List;

/** How a partner is reached. */
public sealed interface Wire permits As2Wire, SftpWire, MailboxWire, JmsWire {

    /** Which kind of wire it is. */
    WireKind kind();

    /** True when we can send over it. */
    default boolean sends() {
        return true;
    }

    /** The files without which it does not work: certificates, keys, passwords. */
    default List<Path> files() {
        return List.of();
    }

    /** Where the profile describes it. */
    FileLine at();
}
