package io.lotwire.cli;

import io.lotwire.partner.Profiles;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Where a command runs: its folders, its environment and its streams.
 *
 * @param partners the folder of profiles
 * @param mappings the folder of mappings
 * @param variables gives the value of a variable of a profile, null when it is not set
 * @param in standard input
 * @param out standard output: what was asked for, UTF-8
 * @param err standard error: problems, UTF-8
 * @param clock tells the time
 */
public record Installation(
        Path partners,
        Path mappings,
        UnaryOperator<String> variables,
        InputStream in,
        OutputStream out,
        PrintStream err,
        Clock clock) {

    /**
     * The process's own: folders and variables from the environment. The system property {@code lotwire.home} names the
     * folder that holds those which the environment does not name; without it that is the working directory.
     */
    public static Installation ofProcess() {
        return of(
                System.getenv(),
                Path.of(System.getProperty("lotwire.home", "")),
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err));
    }

    static Installation of(
            Map<String, String> environment, Path home, InputStream in, OutputStream out, OutputStream err) {
        UnaryOperator<String> variables = name -> {
            String value = environment.get(name);
            boolean unset = value == null || value.isEmpty();
            return unset && name.equals("LOTWIRE_DATA") ? home.resolve("var").toString() : value;
        };
        return new Installation(
                folder(environment, "LOTWIRE_PARTNERS", home.resolve("partners")),
                folder(environment, "LOTWIRE_MAPPINGS", home.resolve("mappings")),
                variables,
                in,
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Clock.systemUTC());
    }

    private static Path folder(Map<String, String> environment, String name, Path otherwise) {
        String value = environment.getOrDefault(name, "");
        return value.isEmpty() ? otherwise : Path.of(value);
    }

    /** The profiles of the installation. */
    public Profiles profiles() {
        return Profiles.load(partners, variables);
    }
}
