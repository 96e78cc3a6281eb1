package io.lotwire.partner.read;

import io.lotwire.partner.IdentityCheck;
import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** The profiles of a folder, read. */
public final class ProfileFolder {
    private ProfileFolder() {}

    /**
     * Loads every {@code *.yaml} file of a folder. Of the folders in it only {@code base} is read, and what a profile
     * names.
     *
     * @param variables gives the value of a variable such as {@code LOTWIRE_DATA}, null when it is not set
     */
    public static Profiles load(Path directory, UnaryOperator<String> variables) {
        return load(directory, variables, (name, profile) -> {});
    }

    /**
     * Loads them so, for a check.
     *
     * @param read is told of each profile that could be read, by the name of its file; where an error was found, it is
     *     only to be looked at
     */
    public static Profiles load(Path directory, UnaryOperator<String> variables, BiConsumer<String, Profile> read) {
        ProfileFiles folder = new ProfileFiles(directory, variables);
        List<Problem> others = new ArrayList<>();
        Map<String, List<Problem>> found = new TreeMap<>();
        List<Profile> profiles = new ArrayList<>();
        for (Path file : folder.profiles(others::add)) {
            if (file.toString().endsWith(".yml")) {
                others.add(Problem.error(
                        PartnerFault.FILE_NAME_WRONG,
                        Place.inFile(folder.displayName(file)),
                        "The file is not read: profiles are named NAME.yaml, so rename it."));
                continue;
            }
            List<Problem> problems = new ArrayList<>();
            String name = ProfileFiles.nameOf(file);
            Optional<Profile> profile = folder.read(file, problems::add)
                    .flatMap(source ->
                            new ProfileReader(folder, problems::add).read(source.root(), name, source.parts()));
            found.put(name, problems);
            profile.ifPresent(each -> read.accept(name, each));
            if (problems.stream().noneMatch(Problem::isError)) {
                profile.ifPresent(profiles::add);
            }
        }
        Set<Profile> shared = new IdentityCheck(
                        (profile, problem) -> found.get(profile.name()).add(problem))
                .shared(profiles);
        profiles.removeAll(shared);
        return new Profiles(profiles, found, others);
    }
}
