package io.lotwire.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** A copy of the repository's profiles, with a few lines changed. */
final class ProfilesUnderTest {
    private final Path folder;

    private ProfilesUnderTest(Path folder) {
        this.folder = folder;
    }

    /** Copies them into a folder. */
    static ProfilesUnderTest copy(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> all = Files.list(GatewayUnderTest.HOME.resolve("partners"))) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                Files.copy(each, folder.resolve(each.getFileName()));
            }
        }
        return new ProfilesUnderTest(folder);
    }

    /** Changes a text that stands in a profile. */
    ProfilesUnderTest change(String profile, String from, String to) throws IOException {
        Path file = folder.resolve(profile + ".yaml");
        String before = Files.readString(file);
        assertThat(before).contains(from);
        Files.writeString(file, before.replace(from, to));
        return this;
    }

    /** Puts a further profile there. */
    ProfilesUnderTest put(String profile, String text) throws IOException {
        Files.writeString(folder.resolve(profile + ".yaml"), text, StandardOpenOption.CREATE_NEW);
        return this;
    }

    /** Adds lines at the end of a profile. */
    ProfilesUnderTest add(String profile, String lines) throws IOException {
        Files.writeString(folder.resolve(profile + ".yaml"), lines, StandardOpenOption.APPEND);
        return this;
    }

    /** The folder, for {@code LOTWIRE_PARTNERS}. */
    String folder() {
        return folder.toString();
    }
}
