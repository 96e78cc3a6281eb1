package io.lotwire.cli;

import io.lotwire.mapping.Mappings;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Profiles;
import io.lotwire.sample.Samples;
import io.lotwire.spec.Examples;
import io.lotwire.spec.ProfileWords;
import io.lotwire.spec.SpecPage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lotwire partner show}: a profile in words, or the page to send to the partner. */
@Command(
        name = "show",
        description = "Shows a profile in words, without its secrets.",
        footer = {"", "Exit code 0: shown; 2: wrong use."})
final class PartnerShowCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec command;

    private final Installation installation;

    @Parameters(paramLabel = "NAME", description = "The partner.")
    private String name;

    @Option(
            names = "--spec",
            description = "Instead, print the page to send to the partner, in Markdown: what we expect, what they get.")
    private boolean spec;

    PartnerShowCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        Profiles profiles = installation.profiles();
        Profile partner = profiles.byName(name)
                .orElseThrow(() -> wrong("No profile '" + name + "' is in force. In force are: "
                        + profiles.good().stream().map(Profile::name).collect(Collectors.joining(", "))
                        + ". 'lotwire partner check' says what is wrong with others."));
        PrintStream out = new PrintStream(installation.out(), false, StandardCharsets.UTF_8);
        if (spec) {
            out.print(page(profiles.self(), partner));
        } else {
            ProfileWords.of(partner).forEach(out::println);
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private String page(Optional<Profile> us, Profile partner) throws IOException {
        Profile owner = us.orElseThrow(() ->
                wrong("No profile says 'self: true', so nobody is there to send a page: write one for the owner."));
        if (partner.self()) {
            throw wrong("'" + name + "' is the gateway's owner: the page is for partners.");
        }
        return SpecPage.of(
                owner,
                partner,
                Mappings.load(installation.mappings()),
                new Examples(Samples.folder(installation.partners(), partner.name())),
                problem -> installation.err().println(ProblemLine.text(problem)));
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }
}
