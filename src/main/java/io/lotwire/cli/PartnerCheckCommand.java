package io.lotwire.cli;

import io.lotwire.mapping.Mappings;
import io.lotwire.partner.Inbound;
import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.Profile;
import io.lotwire.partner.certificate.CertificateFacts;
import io.lotwire.partner.check.ProfileCheck;
import io.lotwire.problem.Problem;
import io.lotwire.smooks.SmooksMapping;
import io.lotwire.writing.WritingMappings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lotwire partner check}: every problem of every profile at once. */
@Command(
        name = "check",
        description =
                "Checks profiles (schema, certificates, references) and mappings; says all that is wrong at once.",
        footer = {
            "",
            "Exit code 0: all is good, or there are warnings only; 1: there are errors, or a step failed; 2: wrong use."
        })
final class PartnerCheckCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    private final Installation installation;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "The partner to check. Without it: all, our own profile, and the mappings.")
    private String name;

    @Option(
            names = "--connect",
            description = "Tries the wires of NAME instead, step by step, from this machine. Nothing is sent over them:"
                    + " no message, no file.")
    private boolean connect;

    @Spec
    private CommandSpec command;

    PartnerCheckCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        if (connect) {
            if (name == null) {
                throw new ParameterException(command.commandLine(), "'--connect' needs the NAME of a partner.");
            }
            return new PartnerProbe(installation).of(name);
        }
        ProfileCheck check = new ProfileCheck(
                installation.partners(), installation.mappings(), installation.variables(), installation.clock());
        ProfileCheck.Report report = name == null ? check.all() : check.one(name);
        PrintStream out = new PrintStream(installation.out(), false, StandardCharsets.UTF_8);
        for (Profile profile : report.profiles()) {
            out.println(profile.name() + ": " + profile.title());
            report.certificates().stream()
                    .filter(facts -> facts.profile().equals(profile.name()))
                    .forEach(facts -> print(facts, out));
        }
        List<Problem> problems = new ArrayList<>(report.problems());
        problems.addAll(mappingProblems(report.mappings()));
        problems.addAll(smooksProblems(report.mappings()));
        problems.forEach(problem -> installation.err().println(ProblemLine.text(problem)));
        long errors = problems.stream().filter(Problem::isError).count();
        out.println(count(errors, "error") + ", " + count(problems.size() - errors, "warning"));
        out.flush();
        boolean unknown = report.problems().stream().anyMatch(each -> each.code() == PartnerFault.PROFILE_UNKNOWN);
        return unknown ? ExitCode.USAGE : errors > 0 ? ExitCode.REJECTED : ExitCode.GOOD;
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** What is wrong with all mappings; where one partner is checked, with those that it names. */
    private List<Problem> mappingProblems(Set<String> named) {
        Path folder = installation.mappings();
        if (name == null) {
            return Stream.concat(
                            Mappings.load(folder).problems().stream(), WritingMappings.load(folder).problems().stream())
                    .toList();
        }
        Set<String> files = named.stream()
                .map(mapping -> folder.resolve(mapping + ".yaml").toString())
                .collect(Collectors.toSet());
        return Stream.concat(
                        named.stream()
                                .filter(mapping -> !mapping.startsWith(WritingMappings.FOLDER + "/"))
                                .flatMap(mapping -> Mappings.load(folder, mapping).problems().stream()),
                        WritingMappings.load(folder).problems().stream()
                                .filter(problem ->
                                        files.contains(problem.place().file().replaceFirst(":\\d+$", ""))))
                .toList();
    }

    /** Compiles the Smooks configurations that profiles name, which takes seconds; those that are there, that is. */
    private List<Problem> smooksProblems(Set<String> named) {
        List<Problem> problems = new ArrayList<>();
        named.stream()
                .filter(mapping -> mapping.startsWith(Inbound.FILE_MAPPING))
                .filter(mapping -> Files.isDirectory(installation.mappings().resolve(mapping)))
                .forEach(mapping -> SmooksMapping.load(installation.mappings(), mapping, problems::add));
        return problems;
    }

    private static void print(CertificateFacts facts, PrintStream out) {
        out.println("  certificate " + facts.file() + ", " + facts.subject());
        out.println(
                "    valid " + facts.notBefore() + " to " + facts.notAfter() + ", " + facts.daysLeft() + " days left");
        if (facts.from().isAfter(Instant.MIN)) {
            out.println("    takes over at " + facts.from());
        }
        out.println("    SHA-256 " + facts.sha256());
    }
}
