package io.lotwire.cli;

import java.time.LocalDate;
import java.time.ZoneId;

/** The day by the clock of the installation, in the zone of the machine. */
final class Today {
    private Today() {}

    static LocalDate of(Installation installation) {
        return LocalDate.ofInstant(installation.clock().instant(), ZoneId.systemDefault());
    }
}
