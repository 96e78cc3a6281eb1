package io.lotwire.setting;

import io.lotwire.problem.Spelling;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The names of settings: those that are written, and those that somebody meant to write. */
public final class SettingNames {
    private static final String OURS = "LOTWIRE_";

    private SettingNames() {}

    /**
     * A sentence for each name that looks like a setting of Lotwire's but is none.
     *
     * @param names what the environment and the system properties set
     * @param groups the settings that there are
     */
    public static List<String> unknown(Collection<String> names, List<SettingGroup> groups) {
        List<String> known = groups.stream()
                .flatMap(group -> group.settings().stream())
                .map(Setting::name)
                .toList();
        return new TreeSet<>(names)
                .stream()
                        .filter(name -> name.startsWith(OURS) && !known.contains(name))
                        .map(name -> sentence(name, known))
                        .toList();
    }

    private static String sentence(String name, List<String> known) {
        // Without what all of them begin with: it would make any two names seem near.
        List<String> ends = known.stream()
                .filter(each -> each.startsWith(OURS))
                .map(each -> each.substring(OURS.length()))
                .toList();
        return name + " is no setting."
                + Spelling.nearest(name.substring(OURS.length()), ends)
                        .map(near -> " Did you mean " + OURS + near + "?")
                        .orElse(" It does something only where a profile names it.");
    }
}
