package io.lotwire.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.partner.read.ProfileFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in force after the files of profiles changed. */
class KeptProfilesTest {
    @TempDir
    Path folder;

    private Profiles inForce;

    @BeforeEach
    void twoProfilesAreInForce() throws IOException {
        write("acme", "Acme", "0614141000005");
        write("bolt", "Bolt", "9506000120003");
        inForce = load();
    }

    @Test
    void aWrongFileKeepsItsLastGoodVersionAndOthersChange() throws IOException {
        write("acme", "Acme", "no number");
        write("bolt", "Bolt & Sons", "9506000120003");

        Profiles next = load().keeping(inForce);

        assertThat(titles(next)).containsExactly("Acme", "Bolt & Sons");
        assertThat(next.wrong()).containsExactly("acme");
        assertThat(next.problems("acme")).singleElement().satisfies(problem -> assertThat(problem.code())
                .isEqualTo(PartnerFault.VALUE_MALFORMED));
    }

    @Test
    void aWrongFileThatWasNeverGoodIsLeftOutAndOneThatIsGoneGoes() throws IOException {
        write("crate", "Crate", "no number");
        Files.delete(folder.resolve("bolt.yaml"));

        Profiles next = load().keeping(inForce);

        assertThat(titles(next)).containsExactly("Acme");
        assertThat(next.wrong()).containsExactly("crate");
    }

    @Test
    void aNewProfileThatClaimsTheIdentityOfAnotherDoesNotPutItOut() throws IOException {
        write("crate", "Crate", "0614141000005");

        Profiles next = load().keeping(inForce);

        assertThat(titles(next)).containsExactly("Acme", "Bolt");
        assertThat(next.wrong()).containsExactly("acme", "crate");
    }

    @Test
    void anIdentityMovesOnlyWhenTheOneThatGivesItAwayIsGoodToo() throws IOException {
        write("bolt", "Bolt", "0614141000005");
        write("acme", "Acme", "no number");
        Profiles half = load().keeping(inForce);
        assertThat(half.good())
                .extracting(profile -> profile.identity().gln().digits())
                .containsExactly("0614141000005", "9506000120003");
        assertThat(half.wrong()).containsExactly("acme", "bolt");

        write("acme", "Acme", "9506000120003");
        Profiles whole = load().keeping(half);
        assertThat(whole.good())
                .extracting(profile -> profile.identity().gln().digits())
                .containsExactly("9506000120003", "0614141000005");
        assertThat(whole.wrong()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeReadChangesNothing() {
        assertThat(titles(ProfileFolder.load(folder.resolve("none"), Map.<String, String>of()::get)
                        .keeping(inForce)))
                .containsExactly("Acme", "Bolt");
    }

    @Test
    void theVersionIsThatOfAllFilesThatSayAPartOfIt() throws IOException {
        Path base = Files.createDirectories(folder.resolve("base")).resolve("all.yaml");
        Files.writeString(base, "ta1: never\n");
        Files.writeString(folder.resolve("crate.yaml"), "name: crate\ntitle: Crate\nextends: all\nidentity: {}\n");
        ProfileVersion first = load().byName("crate").orElseThrow().version();
        Files.writeString(base, "ta1: always\n");
        ProfileVersion second = load().byName("crate").orElseThrow().version();

        assertThat(first.id()).matches("[0-9a-f]{12}").isNotEqualTo(second.id());
        String name = folder.getFileName().toString();
        assertThat(second.text())
                .isEqualTo("# " + name + "/crate.yaml\nname: crate\ntitle: Crate\nextends: all\nidentity: {}\n# " + name
                        + "/base/all.yaml\nta1: always\n");
        assertThat(load().byName("acme").orElseThrow().version())
                .isEqualTo(inForce.byName("acme").orElseThrow().version());
    }

    private void write(String name, String title, String gln) throws IOException {
        Files.writeString(
                folder.resolve(name + ".yaml"),
                "name: " + name + "\ntitle: " + title + "\nidentity: { gln: \"" + gln + "\" }\n");
    }

    private Profiles load() {
        return ProfileFolder.load(folder, Map.<String, String>of()::get);
    }

    private static List<String> titles(Profiles profiles) {
        return profiles.good().stream().map(Profile::title).toList();
    }
}
