package io.lotwire.wire.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lotwire.wire.Completeness;
import io.lotwire.wire.DropOff;
import io.lotwire.wire.PickUp;
import io.lotwire.wire.PollSchedule;
import io.lotwire.wire.ProbeLines;
import io.lotwire.wire.ProbeStep;
import io.lotwire.yaml.FileLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderProbeTest {
    @TempDir
    Path root;

    private Path in;
    private Path out;

    @BeforeEach
    void makeTheFolders() throws Exception {
        in = Files.createDirectory(root.resolve("in"));
        out = Files.createDirectory(root.resolve("out"));
    }

    @Test
    void eachStepOfGoodFoldersIsTold() {
        assertThat(lines("archive"))
                .containsExactly(
                        "folder " + in + " ok",
                        "read " + in + " ok",
                        "write " + in + " ok",
                        "archive archive ok",
                        "folder " + out + " ok",
                        "write " + out + " ok");
        assertThat(in).isEmptyDirectory();
    }

    @Test
    void whereFilesAreDeletedNoArchiveIsTried() {
        assertThat(lines("")).noneMatch(line -> line.startsWith("archive"));
    }

    @Test
    void foldersThatAreNotThereFailEachForItself() throws Exception {
        Files.delete(in);

        assertThat(lines("archive"))
                .containsExactly(
                        "folder " + in + " FAILED",
                        "read " + in + " -",
                        "write " + in + " -",
                        "archive archive -",
                        "folder " + out + " ok",
                        "write " + out + " ok");
        assertThat(ProbeLines.failure(probe("archive"))).contains("is not there");
    }

    @Test
    void aFileInTheFoldersPlaceFails() throws Exception {
        Files.delete(out);
        Files.createFile(out);

        assertThat(lines("archive")).endsWith("folder " + out + " FAILED", "write " + out + " -");
        assertThat(ProbeLines.failure(probe("archive"))).contains("is no folder");
    }

    @Test
    void aFolderThatCannotBeReadFails() throws Exception {
        allow(in, "-wx------");
        assumeTrue(!Files.isReadable(in), "this user may do everything");

        assertThat(lines("archive")).contains("read " + in + " FAILED", "write " + in + " ok");
    }

    @Test
    void foldersThatCannotBeWrittenFail() throws Exception {
        allow(in, "r-x------");
        allow(out, "r-x------");
        assumeTrue(!Files.isWritable(in), "this user may do everything");

        assertThat(lines("archive"))
                .contains(
                        "read " + in + " ok",
                        "write " + in + " FAILED",
                        "archive archive FAILED",
                        "write " + out + " FAILED");
    }

    @Test
    void aFileInTheArchivesPlaceFails() throws Exception {
        Files.createFile(in.resolve("archive"));

        assertThat(lines("archive")).contains("archive archive FAILED");
        assertThat(ProbeLines.failure(probe("archive"))).contains("is no folder");
    }

    @Test
    void anArchiveOnAnotherFileSystemFails() throws Exception {
        Path other = Path.of("/dev/shm");
        assumeTrue(
                Files.isDirectory(other) && !Files.getFileStore(other).equals(Files.getFileStore(in)),
                "this machine has no second file system");

        assertThat(lines("/dev/shm/archive")).contains("archive /dev/shm/archive FAILED");
        assertThat(ProbeLines.failure(probe("/dev/shm/archive"))).contains("is on another file system");
    }

    private static void allow(Path folder, String rights) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(rights));
    }

    private List<String> lines(String archive) {
        return ProbeLines.of(probe(archive));
    }

    private List<ProbeStep> probe(String archive) {
        PickUp pickUp = new PickUp(
                in.toString(),
                List.of("*"),
                new Completeness.Unchanged(Duration.ZERO),
                archive,
                new PollSchedule.Every(Duration.ofSeconds(1)));
        DropOff dropOff = new DropOff(out.toString(), DropOff.IfExists.OVERRIDE);
        return new FolderProbe()
                .run(new FolderWire(List.of(pickUp), dropOff, new FileLine("acme.yaml", 1)), ProbeLines.place());
    }
}
