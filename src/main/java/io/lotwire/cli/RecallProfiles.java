package io.lotwire.cli;

import io.lotwire.partner.Profiles;

/** The profiles by which partners are told of a recall. */
final class RecallProfiles {
    private RecallProfiles() {}

    /** All that are good; says of each that is left out that nobody is told by it. */
    static Profiles of(Installation installation) {
        Profiles profiles = installation.profiles();
        for (String name : profiles.wrong()) {
            installation
                    .err()
                    .println("The profile " + name
                            + " has an error, so that nobody is told by it: './lotwire partner check " + name
                            + "' says what to mend.");
        }
        return profiles;
    }
}
