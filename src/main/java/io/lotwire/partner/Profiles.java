package io.lotwire.partner;

import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.lot.rule.ShelfLifeMinimum;
import io.lotwire.problem.Problem;
import io.lotwire.yaml.FileLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The profiles of a folder.
 *
 * @param good the profiles without an error, by name
 * @param found for each profile's file what is wrong with it, by name; a profile with an error is not among the good
 *     ones, but may be there in an {@link #keeping earlier} version
 * @param others what is wrong with no profile in particular
 */
public record Profiles(List<Profile> good, Map<String, List<Problem>> found, List<Problem> others) {
    public Profiles {
        good = List.copyOf(good);
        found = Collections.unmodifiableMap(new TreeMap<>(found));
        others = List.copyOf(others);
    }

    /** Everything that is wrong, once each, by file and line. */
    public List<Problem> problems() {
        return Stream.concat(others.stream(), found.values().stream().flatMap(Collection::stream))
                .distinct()
                .sorted(FileLine.order())
                .toList();
    }

    /** The names of the profiles whose files have an error. */
    public Set<String> wrong() {
        return found.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(Problem::isError))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How much shelf life customers want, by the names of their profiles; of those who want some. */
    public Map<String, ShelfLifeMinimum> minimums() {
        Map<String, ShelfLifeMinimum> minimums = new TreeMap<>();
        for (Profile partner : partners()) {
            if (!partner.checks().minimum().equals(ShelfLifeMinimum.NONE)) {
                minimums.put(partner.name(), partner.checks().minimum());
            }
        }
        return minimums;
    }

    /**
     * For how long the bytes of a partner's documents are kept: as their profile says, else as the owner's; for ever where nobody knows
     * what a profile says, as its file has an error.
     */
    public Retention retention(String partner) {
        if (byName(partner).isEmpty() && wrong().contains(partner)) {
            return Retention.FOREVER;
        }
        return byName(partner)
                .map(Profile::retention)
                .or(() -> self().map(Profile::retention))
                .orElse(Retention.FOREVER);
    }

    /** What is wrong with the profile in the file of this name. */
    public List<Problem> problems(String name) {
        return found.getOrDefault(name, List.of());
    }

    /** These profiles, without those that have an error among these further problems, given by profile name. */
    public Profiles without(Map<String, List<Problem>> more) {
        Map<String, List<Problem>> all = new TreeMap<>(found);
        more.forEach((name, problems) ->
                all.merge(name, problems, (left, right) -> Stream.concat(left.stream(), right.stream())
                        .distinct()
                        .toList()));
        List<Profile> fit = good.stream()
                .filter(profile ->
                        more.getOrDefault(profile.name(), List.of()).stream().noneMatch(Problem::isError))
                .toList();
        return new Profiles(fit, all, others);
    }

    /**
     * What is to be in force after these profiles were read from the folder: these, and for a file with an error the
     * version that was in force before. Two that cannot be told from each other both stay as they were.
     */
    public Profiles keeping(Profiles before) {
        if (others.stream().anyMatch(problem -> problem.code() == PartnerFault.FOLDER_UNREADABLE)) {
            return new Profiles(before.good, found, others);
        }
        Map<String, Profile> next = new TreeMap<>();
        for (String name : found.keySet()) {
            Optional<Profile> earlier = before.byName(name);
            byName(name).or(() -> earlier).ifPresent(profile -> next.put(name, profile));
        }
        Map<String, List<Problem>> problems = new LinkedHashMap<>();
        Set<Profile> shared = shared(next, problems);
        while (!shared.isEmpty()) {
            for (Profile profile : shared) {
                Optional<Profile> earlier = before.byName(profile.name())
                        .filter(each -> !each.version().equals(profile.version()));
                earlier.ifPresentOrElse(each -> next.put(profile.name(), each), () -> dropNew(next, profile, before));
            }
            shared = shared(next, problems);
        }
        return new Profiles(List.copyOf(next.values()), found, others).noting(problems);
    }

    /** One that was in force before stays: it is the other one that is new. */
    private static void dropNew(Map<String, Profile> next, Profile profile, Profiles before) {
        if (before.byName(profile.name()).isEmpty()) {
            next.remove(profile.name());
        }
    }

    private static Set<Profile> shared(Map<String, Profile> profiles, Map<String, List<Problem>> problems) {
        return new IdentityCheck(
                        (profile, problem) -> problems.computeIfAbsent(profile.name(), key -> new ArrayList<>())
                                .add(problem))
                .shared(profiles.values());
    }

    private Profiles noting(Map<String, List<Problem>> more) {
        return new Profiles(good, without(more).found, others);
    }

    /** The owner of the gateway. */
    public Optional<Profile> self() {
        return good.stream().filter(Profile::self).findFirst();
    }

    /** The profiles of all others. */
    public List<Profile> partners() {
        return good.stream().filter(profile -> !profile.self()).toList();
    }

    /** The profile of a name. */
    public Optional<Profile> byName(String name) {
        return good.stream().filter(profile -> profile.name().equals(name)).findFirst();
    }

    /** The profile of an interchange's sender, by its address (ISA05 and ISA06, UNB02). */
    public Optional<Profile> sender(InterchangeHeader header) {
        return good.stream()
                .filter(profile -> profile.identity()
                        .usedIn(header.usage())
                        .isAddress(header.syntax(), header.senderQualifier(), header.sender()))
                .findFirst();
    }
}
