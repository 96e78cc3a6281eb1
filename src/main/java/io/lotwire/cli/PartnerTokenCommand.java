package io.lotwire.cli;

import io.lotwire.digest.Sha256;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lotwire partner token}: a new token for a partner's program, and what a profile says of it. */
@Command(
        name = "token",
        description = "Makes a token with which a partner's program may post lot events and scans.",
        footer = {"", "The token is kept nowhere: hand it out now. Exit code 0: made; 2: wrong use."})
final class PartnerTokenCommand implements Callable<Integer> {
    /** As many bits as the hash has that knows it: nobody guesses it. */
    private static final int BYTES = 32;

    private static final int YEAR = 365;
    private static final int MOST_DAYS = 3650;

    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec command;

    private final Installation installation;

    @Parameters(paramLabel = "NAME", description = "Whose it is: the program or device, such as wms.")
    private String name;

    @Option(
            names = "--days",
            paramLabel = "DAYS",
            defaultValue = "" + YEAR,
            description = "So many days it is taken (default: ${DEFAULT-VALUE}).")
    private int days;

    PartnerTokenCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}")) {
            throw wrong("'" + name + "' is no name of a token: write letters, digits, blanks, '.', '_' and '-'.");
        }
        if (days < 1 || days > MOST_DAYS) {
            throw wrong("--days is " + days + ", but must be from 1 to " + MOST_DAYS + ".");
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        LocalDate ends = LocalDate.ofInstant(installation.clock().instant(), ZoneOffset.UTC)
                .plusDays(days);
        PrintStream out = new PrintStream(installation.out(), false, StandardCharsets.UTF_8);
        out.println("The token, for their program: " + token);
        out.println("For 'tokens' of 'wires.api' in their profile:");
        out.println("      - { name: " + name + ", sha256: \"" + Sha256.hex(token) + "\", ends: " + ends + " }");
        out.flush();
        return ExitCode.GOOD;
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }
}
