package io.lotwire.cli;

import io.lotwire.desk.FolderRulebook;
import io.lotwire.desk.offline.OfflineDesk;
import io.lotwire.gateway.Settings;
import io.lotwire.partner.Profiles;
import io.lotwire.partner.read.ProfileFolder;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.UnaryOperator;

/**
 * Where a command runs: its folders, its environment and its streams.
 *
 * @param settings its folders, and where its parts are
 * @param variables gives the value of a variable of a profile, null when it is not set
 * @param in standard input
 * @param out standard output: what was asked for, UTF-8
 * @param err standard error: problems, UTF-8
 * @param clock tells the time
 */
public record Installation(
        Settings settings,
        UnaryOperator<String> variables,
        InputStream in,
        OutputStream out,
        PrintStream err,
        Clock clock) {

    /**
     * The process's own.
     *
     * @throws io.lotwire.setting.WrongSettings telling of all settings that are wrong
     */
    public static Installation ofProcess() {
        Settings settings = Settings.ofProcess();
        return of(
                settings,
                settings::variable,
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err));
    }

    static Installation of(
            Settings settings, UnaryOperator<String> variables, InputStream in, OutputStream out, OutputStream err) {
        return new Installation(
                settings, variables, in, out, new PrintStream(err, true, StandardCharsets.UTF_8), Clock.systemUTC());
    }

    /** The folder of profiles. */
    Path partners() {
        return settings.partners();
    }

    /** The folder of mappings. */
    Path mappings() {
        return settings.mappings();
    }

    /** The profiles of the installation. */
    public Profiles profiles() {
        return ProfileFolder.load(partners(), variables);
    }

    /** Reads files by the profiles and mappings of the installation. */
    OfflineDesk desk() {
        return new OfflineDesk(new FolderRulebook(mappings(), this::profiles), clock);
    }
}
