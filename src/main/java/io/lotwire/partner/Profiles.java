package io.lotwire.partner;

import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.yaml.FileLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The profiles of a folder.
 *
 * @param good the profiles without an error, by name
 * @param problems everything that is wrong; a profile with an error is not among the good ones
 */
public record Profiles(List<Profile> good, List<Problem> problems) {
    public Profiles {
        good = List.copyOf(good);
        problems = List.copyOf(problems);
    }

    /**
     * Loads every {@code *.yaml} file of a folder; its subfolders hold samples and are not read.
     *
     * @param variables gives the value of a variable such as {@code LOTWIRE_DATA}, null when it is not set
     */
    public static Profiles load(Path directory, UnaryOperator<String> variables) {
        List<Problem> problems = new ArrayList<>();
        List<Profile> profiles = new ArrayList<>();
        for (Path file : files(directory, problems)) {
            String name = displayName(directory, file);
            if (name.endsWith(".yml")) {
                problems.add(Problem.error(
                        PartnerFault.FILE_NAME_WRONG,
                        Place.inFile(name),
                        "The file is not read: profiles are named NAME.yaml, so rename it."));
                continue;
            }
            List<Problem> found = new ArrayList<>();
            Optional<Profile> profile = new ProfileReader(variables, found::add).read(file, name);
            found.sort(FileLine.order());
            problems.addAll(found);
            if (found.stream().noneMatch(Problem::isError)) {
                profile.ifPresent(profiles::add);
            }
        }
        List<Profile> good = new IdentityCheck(problems::add).distinct(profiles);
        return new Profiles(good, problems);
    }

    /** The name under which people know a profile's file: folder and file, such as {@code partners/farm.yaml}. */
    static String displayName(Path directory, Path file) {
        Path folder = directory.toAbsolutePath().normalize().getFileName();
        return folder == null ? file.getFileName().toString() : folder + "/" + file.getFileName();
    }

    /** Files in a folder that are profiles, or look as if they were meant to be. */
    static List<Path> files(Path directory, List<Problem> problems) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.add(Problem.error(
                    PartnerFault.FOLDER_UNREADABLE,
                    Place.inFile(directory.toString()),
                    "The folder of profiles cannot be read: check LOTWIRE_PARTNERS."));
            return List.of();
        }
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

    /** The profile with an interchange id (ISA05 and ISA06); trailing spaces do not count. */
    public Optional<Profile> byX12(String qualifier, String id) {
        String wanted = id.stripTrailing();
        return good.stream()
                .filter(profile -> {
                    X12Address address = profile.identity().x12();
                    return address != null
                            && address.qualifier().equals(qualifier)
                            && address.id().equals(wanted);
                })
                .findFirst();
    }

    /** The profile with an AS2 name, to the letter (RFC 4130, 6.2). */
    public Optional<Profile> byAs2Id(String id) {
        return good.stream()
                .filter(profile ->
                        profile.as2().filter(as2 -> as2.id().equals(id)).isPresent())
                .findFirst();
    }
}
