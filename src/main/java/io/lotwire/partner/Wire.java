package io.lotwire.partner;

import io.lotwire.yaml.FileLine;

/** How a partner is reached. */
public sealed interface Wire permits As2Wire, SftpWire, JmsWire {

    /** Which kind of wire it is. */
    WireKind kind();

    /** Where the profile describes it. */
    FileLine at();
}
