package io.lotwire.wire.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lotwire.wire.Completeness;
import io.lotwire.wire.PickUp;
import io.lotwire.wire.PollSchedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PickUpFolderTest {
    private static final Completeness DONE = new Completeness.DoneFile("${stem}.ok");
    private static final Completeness AT_ONCE = new Completeness.Unchanged(Duration.ZERO);

    @TempDir
    Path root;

    private Path in;

    @BeforeEach
    void makeTheFolder() throws IOException {
        in = Files.createDirectory(root.resolve("in"));
    }

    @Test
    void onlyFilesOfTheWantedNamesAreSeen() throws IOException {
        put("a.edi", "b.txt", ".hidden.edi", "c.edi.part", "[d].edi");
        Files.createDirectory(in.resolve("folder.edi"));

        assertThat(found(folder(new Completeness.Renamed(List.of("*.part")), "*.edi*")))
                .containsExactly("[d].edi", "a.edi");
    }

    @Test
    void aLinkIsNotFollowedWhereverItLeads() throws IOException {
        Path secret = Files.writeString(root.resolve("secret.edi"), "not for them");
        put("a.edi");
        Files.createSymbolicLink(in.resolve("out.edi"), secret);
        Files.createSymbolicLink(in.resolve("again.edi"), in.resolve("a.edi"));

        assertThat(found(folder(AT_ONCE, "*"))).containsExactly("a.edi");
    }

    @Test
    void aFileThatChangesWaitsAndOneAtRestIsWhole() throws IOException {
        PickUpFolder waiting = folder(new Completeness.Unchanged(Duration.ofHours(1)), "*");
        PickUpFolder resting = folder(new Completeness.Unchanged(Duration.ofNanos(1)), "*");
        put("a.edi");

        assertThat(found(waiting)).isEmpty();
        assertThat(found(waiting)).isEmpty();
        assertThat(found(resting)).isEmpty();
        assertThat(found(resting)).containsExactly("a.edi");
        Files.writeString(in.resolve("a.edi"), "longer than it was");
        assertThat(found(resting)).isEmpty();
    }

    @Test
    void aDoneFileSaysThatItsFileIsWholeAndGoesWithIt() throws IOException {
        PickUpFolder folder = folder(DONE, "*");
        put("a.edi", "a.ok", "b.edi");

        List<FoundFile> whole = folder.whole();
        assertThat(whole).extracting(FoundFile::name).containsExactly("a.edi");
        folder.finish(whole.get(0));

        assertThat(names(in)).containsExactlyInAnyOrder("archive", "b.edi");
        assertThat(names(in.resolve("archive"))).singleElement().asString().startsWith("a.edi.2");
    }

    @Test
    void whatAKilledGatewayTookAndDidNotMoveIsFoundWithoutItsDoneFileOnce() throws IOException {
        put("a.edi", "b.edi");
        PickUpFolder folder =
                new PickUpFolder(pickUp(DONE, "*"), file -> file.name().equals("a.edi"));

        assertThat(found(folder)).containsExactly("a.edi");
        assertThat(found(folder))
                .as("the ledger is asked by the first look only")
                .isEmpty();
    }

    @Test
    void whatCannotBeMovedIsKnownAsKeptAndMovedLater() throws IOException {
        PickUpFolder folder = folder(DONE, "*");
        put("a.edi", "a.ok", "archive");
        FoundFile file = folder.whole().get(0);

        assertThatThrownBy(() -> folder.finish(file)).isInstanceOf(IOException.class);

        assertThat(found(folder)).as("without its done file").containsExactly("a.edi");
        assertThat(folder.isKept(file)).isTrue();
        Files.delete(in.resolve("archive"));
        folder.finish(file);
        assertThat(found(folder)).isEmpty();
    }

    @Test
    void aFileThatWasWrittenAgainMeanwhileIsNotMovedUnread() throws IOException {
        PickUpFolder folder = folder(AT_ONCE, "*");
        put("a.edi");
        FoundFile file = folder.whole().get(0);
        Files.writeString(in.resolve("a.edi"), "longer than it was");

        folder.finish(file);

        assertThat(folder.whole()).singleElement().matches(now -> !folder.isKept(now));
    }

    private void put(String... files) throws IOException {
        for (String file : files) {
            Files.writeString(in.resolve(file), file);
        }
    }

    private PickUpFolder folder(Completeness complete, String pattern) {
        return new PickUpFolder(pickUp(complete, pattern), file -> false);
    }

    private PickUp pickUp(Completeness complete, String pattern) {
        return new PickUp(
                in.toString(), List.of(pattern), complete, "archive", new PollSchedule.Every(Duration.ofSeconds(1)));
    }

    private static List<String> found(PickUpFolder folder) throws IOException {
        return folder.whole().stream().map(FoundFile::name).toList();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(each -> each.getFileName().toString()).toList();
        }
    }
}
