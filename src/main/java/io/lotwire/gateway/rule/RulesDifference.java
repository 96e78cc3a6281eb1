package io.lotwire.gateway.rule;

import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Tells rules from those before them, in words. */
final class RulesDifference {
    private RulesDifference() {}

    /** What is new, other or gone; empty when nothing is. */
    static List<String> between(Rules before, Rules after) {
        List<String> differences = new ArrayList<>();
        add(differences, "profile ", versions(before.profiles()), versions(after.profiles()));
        add(
                differences,
                "mapping ",
                before.mappings().versions(),
                after.mappings().versions());
        add(
                differences,
                "out-mapping ",
                before.outMappings().editions(),
                after.outMappings().editions());
        return differences;
    }

    private static void add(
            List<String> differences, String what, Map<String, String> before, Map<String, String> after) {
        Map<String, String> all = new TreeMap<>(before);
        all.putAll(after);
        for (String name : all.keySet()) {
            String now = after.get(name);
            if (!Objects.equals(before.get(name), now)) {
                differences.add(what + name + (now == null ? " gone" : before.containsKey(name) ? " changed" : " new"));
            }
        }
    }

    private static Map<String, String> versions(Profiles profiles) {
        Map<String, String> versions = new TreeMap<>();
        for (Profile profile : profiles.good()) {
            versions.put(
                    profile.name(), profile.version().id() + profile.version().files());
        }
        return versions;
    }
}
