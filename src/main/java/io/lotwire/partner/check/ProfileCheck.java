package io.lotwire.partner.check;

import io.lotwire.partner.IdentityCheck;
import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.partner.Surroundings;
import io.lotwire.partner.certificate.CertificateFacts;
import io.lotwire.partner.read.ProfileFiles;
import io.lotwire.partner.read.ProfileFolder;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.problem.Spelling;
import io.lotwire.yaml.FileLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Checks every profile of a folder: what {@link Profiles#load} finds, and what can be seen only by looking around:
 * schema, mappings, certificates, keys, and that there is exactly one owner.
 */
public final class ProfileCheck {
    private final Path partners;
    private final Path mappings;
    private final UnaryOperator<String> variables;
    private final Clock clock;

    /**
     * @param partners the folder of profiles, with {@code partner.schema.json}
     * @param mappings the folder of mappings
     * @param variables gives a variable's value, null when it is not set
     * @param clock tells what day it is, for certificates
     */
    public ProfileCheck(Path partners, Path mappings, UnaryOperator<String> variables, Clock clock) {
        this.partners = partners;
        this.mappings = mappings;
        this.variables = variables;
        this.clock = clock;
    }

    /**
     * What a check found.
     *
     * @param profiles the profiles that could be loaded
     * @param mappings the names of the mappings of either direction that they, and those with errors, name
     * @param certificates every certificate that could be read
     * @param problems everything that is wrong, or soon will be
     */
    public record Report(
            List<Profile> profiles, Set<String> mappings, List<CertificateFacts> certificates, List<Problem> problems) {
        public Report {
            profiles = List.copyOf(profiles);
            mappings = Collections.unmodifiableSet(new TreeSet<>(mappings));
            certificates = List.copyOf(certificates);
            problems = List.copyOf(problems);
        }
    }

    /**
     * What a gateway needs to know.
     *
     * @param profiles the good ones are fit to be in force: nothing is wrong with them, and what they name is there
     * @param files the files that they name beside the folder of profiles: when one changes, look again
     */
    public record Fitness(Profiles profiles, List<Path> files) {
        public Fitness {
            files = List.copyOf(files);
        }
    }

    /** Checks all profiles. */
    public Report all() {
        return all(look());
    }

    private Report all(Look look) {
        List<Problem> problems = new ArrayList<>(look.checked().problems());
        addSchemaProblems(problems);
        if (look.loaded().self().isEmpty() && problems.stream().noneMatch(Problem::isError)) {
            problems.add(Problem.error(
                    PartnerFault.SELF_NOT_ONE,
                    Place.inFile(partners.toString()),
                    "No profile says 'self: true': write one for the gateway's owner."));
        }
        problems.sort(FileLine.order());
        return new Report(look.loaded().good(), named(look.read().values()), look.certificates(), problems);
    }

    /** Checks one profile beside the others, and reports what concerns it. */
    public Report one(String name) {
        Look look = look();
        Report all = all(look);
        ProfileFiles folder = new ProfileFiles(partners, variables);
        String file = folder.displayName(partners.resolve(name + ".yaml"));
        List<Problem> concerned = look.checked().problems(name);
        List<Problem> problems = new ArrayList<>(all.problems().stream()
                .filter(problem -> concerned.contains(problem)
                        || problem.place().file().equals(file)
                        || problem.place().file().startsWith(file + ":"))
                .toList());
        if (!Files.exists(partners.resolve(name + ".yaml"))) {
            problems.add(Problem.error(
                    PartnerFault.PROFILE_UNKNOWN, Place.inFile(file), "There is no profile '" + name + "'."));
        }
        return new Report(
                all.profiles().stream().filter(each -> each.name().equals(name)).toList(),
                named(Optional.ofNullable(look.read().get(name)).stream().toList()),
                all.certificates().stream()
                        .filter(each -> each.profile().equals(name))
                        .toList(),
                problems);
    }

    /**
     * Which profiles may be in force. The owner's keys are told of, but do not keep the owner out: without it nobody's
     * wires would work.
     */
    public Fitness fitness() {
        Look look = look();
        List<Path> files = look.loaded().good().stream()
                .flatMap(profile -> profile.wires().stream())
                .flatMap(wire -> wire.files().stream())
                .distinct()
                .sorted()
                .toList();
        Profiles checked = look.checked();
        Profiles fit = look.loaded()
                .self()
                .filter(self -> checked.self().isEmpty())
                .map(self -> new Profiles(
                        Stream.concat(Stream.of(self), checked.good().stream()).toList(),
                        checked.found(),
                        checked.others()))
                .orElse(checked);
        return new Fitness(fit, files);
    }

    /**
     * What looking around found.
     *
     * @param read all that could be read, by the names of their files, to be looked at
     * @param loaded what the files say
     * @param checked the same, without those whose surroundings are wrong
     */
    private record Look(
            Map<String, Profile> read, Profiles loaded, Profiles checked, List<CertificateFacts> certificates) {}

    private Look look() {
        Map<String, Profile> read = new TreeMap<>();
        Profiles loaded = ProfileFolder.load(partners, variables, read::put);
        List<CertificateFacts> certificates = new ArrayList<>();
        Map<String, List<Problem>> found = new TreeMap<>();
        InMappingCheck inMappings = new InMappingCheck(mappings);
        OutMappingCheck outMappings = new OutMappingCheck(mappings);
        read.forEach((name, profile) -> {
            List<Problem> problems = new ArrayList<>();
            inMappings.check(profile, problems::add);
            outMappings.check(profile, problems::add);
            Surroundings around = new Surroundings(
                    profile, read.values(), loaded.self(), clock.instant(), certificates::add, problems::add);
            profile.wires().forEach(wire -> wire.check(around));
            new AlertCheck(read).check(profile, problems::add);
            checkAssigners(profile, read.keySet(), problems::add);
            found.put(name, problems);
        });
        addShared(read, loaded, found);
        return new Look(read, loaded, loaded.without(found), certificates);
    }

    private static void checkAssigners(Profile owner, Set<String> names, Consumer<Problem> problems) {
        owner.lots().assignedBy().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .forEach(name -> problems.accept(Problem.error(
                        PartnerFault.REFERENCE_DANGLING,
                        owner.at().place(),
                        "'assignedBy' under 'lots' names '" + name + "', but there is no such profile."
                                + Spelling.suggestion(name, names))));
    }

    /** Among the good ones loading has looked; a good one does not suffer for what one with errors says. */
    private static void addShared(Map<String, Profile> read, Profiles loaded, Map<String, List<Problem>> around) {
        new IdentityCheck((profile, problem) -> {
                    if (!loaded.good().contains(profile)) {
                        around.get(ProfileFiles.nameOf(Path.of(profile.at().file())))
                                .add(problem);
                    }
                })
                .shared(read.values());
    }

    private static Set<String> named(Collection<Profile> profiles) {
        Set<String> names = new TreeSet<>();
        for (Profile profile : profiles) {
            profile.receives().stream()
                    .filter(inbound -> inbound.captured().isEmpty())
                    .forEach(inbound -> names.add(inbound.mapping()));
            profile.subscriptions()
                    .forEach(subscription -> names.add(subscription.send().mapping()));
        }
        return names;
    }

    /** What the schema says beyond the reader, whose sentences are the better ones where both speak of a line. */
    private void addSchemaProblems(List<Problem> problems) {
        Path schema = partners.resolve("partner.schema.json");
        if (!Files.exists(schema)) {
            problems.add(
                    Problem.warning(
                            PartnerFault.SCHEMA_VIOLATED,
                            Place.inFile(schema.toString()),
                            "There is no such file, so profiles are not checked against it: copy it from Lotwire's own partners."));
            return;
        }
        Set<String> said = new LinkedHashSet<>();
        problems.forEach(problem -> said.add(problem.place().file()));
        List<Problem> more = new ArrayList<>();
        SchemaCheck check = new SchemaCheck(schema, more::add);
        ProfileFiles folder = new ProfileFiles(partners, variable -> "");
        for (Path file : folder.profiles(ignored -> {})) {
            folder.read(file, ignored -> {}).map(ProfileFiles.Source::root).ifPresent(check::check);
        }
        more.stream()
                .filter(problem -> !said.contains(problem.place().file()))
                .distinct()
                .forEach(problems::add);
    }
}
