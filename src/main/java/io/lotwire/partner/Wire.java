package io.lotwire.partner;

import io.lotwire.yaml.FileLine;

/** How a partner is reached. */
public sealed interface Wire permits As2Wire, SftpWire, MailboxWire, JmsWire {

    /** Which kind of wire it is. */
    WireKind kind();

    /** True when we can send over it. */
    default boolean sends() {
        return true;
    }

    /** Where the profile describes it. */
    FileLine at();
}
