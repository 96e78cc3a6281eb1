package io.lotwire.gateway.rule;

import io.lotwire.partner.Profiles;
import java.util.Locale;
import java.util.stream.Stream;

/** What became of the file of a profile. */
public enum ProfileState {
    /** It is in force as it stands in its file. */
    IN_FORCE,
    /** Its file is wrong: the last good version is in force. */
    LAST_GOOD,
    /** Its file is wrong, and there is no good version of it. */
    LEFT_OUT;

    /** The word for metrics. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static long count(Profiles profiles, ProfileState state) {
        return Stream.concat(profiles.good().stream().map(profile -> profile.name()), profiles.wrong().stream())
                .distinct()
                .filter(name -> of(profiles, name) == state)
                .count();
    }

    /** What became of a file that is wrong, and why. */
    public static String sentence(Profiles profiles, String name) {
        String what = profiles.byName(name)
                .map(profile -> "Version " + profile.version().id() + " stays in force")
                .orElse("Nothing is exchanged with them");
        return what + " until the file is mended; 'lotwire partner check " + name + "' says what is wrong.";
    }

    private static ProfileState of(Profiles profiles, String name) {
        boolean wrong = profiles.wrong().contains(name);
        return !wrong ? IN_FORCE : profiles.byName(name).isPresent() ? LAST_GOOD : LEFT_OUT;
    }
}
