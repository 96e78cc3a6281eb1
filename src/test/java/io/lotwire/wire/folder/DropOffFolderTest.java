package io.lotwire.wire.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lotwire.ledger.Archive;
import io.lotwire.ledger.KeptContent;
import io.lotwire.wire.DropOff.IfExists;
import io.lotwire.wire.Outgoing;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropOffFolderTest {
    @TempDir
    Path root;

    private Path out;
    private Path ours;

    @BeforeEach
    void makeTheFolder() throws IOException {
        out = Files.createDirectory(root.resolve("out"));
        ours = Files.writeString(root.resolve("ours"), "ours");
    }

    @Test
    void aFileStandsThereUnderItsNameAndNothingElse() throws IOException {
        Files.writeString(out.resolve(".lots.csv.7.part"), "what a killed attempt has left");

        assertThat(put(IfExists.OVERRIDE, "lots.csv")).isEqualTo("lots.csv");

        assertThat(out.resolve("lots.csv")).hasContent("ours");
        assertThat(names()).containsExactly("lots.csv");
    }

    @Test
    void anotherFileOfTheNameIsReplacedOrRefusedOrGivesANumber() throws IOException {
        Files.writeString(out.resolve("lots.csv"), "theirs");

        assertThatThrownBy(() -> put(IfExists.REFUSE, "lots.csv"))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("other content");
        assertThat(put(IfExists.NUMBER, "lots.csv")).isEqualTo("lots-2.csv");
        assertThat(out.resolve("lots.csv")).hasContent("theirs");
        put(IfExists.OVERRIDE, "lots.csv");
        assertThat(out.resolve("lots.csv")).hasContent("ours");
    }

    @Test
    void theSameBytesAreThisVeryDelivery() throws IOException {
        put(IfExists.REFUSE, "lots.csv");

        assertThat(put(IfExists.REFUSE, "lots.csv")).isEqualTo("lots.csv");
        assertThat(put(IfExists.NUMBER, "lots.csv")).isEqualTo("lots.csv");
        assertThat(names()).containsExactly("lots.csv");
    }

    @Test
    void aLinkOfTheNameIsReplacedAndNotWrittenThrough() throws IOException {
        Path elsewhere = Files.writeString(root.resolve("elsewhere"), "safe");
        Files.createSymbolicLink(out.resolve("lots.csv"), elsewhere);

        put(IfExists.OVERRIDE, "lots.csv");

        assertThat(elsewhere).hasContent("safe");
        assertThat(out.resolve("lots.csv")).hasContent("ours");
    }

    @Test
    void aNameThatLeadsElsewhereIsRefused() {
        assertThatThrownBy(() -> put(IfExists.OVERRIDE, "../lots.csv")).hasMessageContaining("is no name of a file");
        assertThatThrownBy(() -> put(IfExists.OVERRIDE, "a/lots.csv")).hasMessageContaining("is no name of a file");
    }

    @Test
    void aFolderThatIsNotThereIsNotMade() throws IOException {
        Files.delete(out);

        assertThatThrownBy(() -> put(IfExists.OVERRIDE, "lots.csv")).isInstanceOf(IOException.class);
        assertThat(out).doesNotExist();
    }

    private String put(IfExists ifExists, String name) throws IOException {
        Archive archive = Archive.in(root.resolve("archive"));
        KeptContent content = archive.keep(Files.readAllBytes(ours));
        return new DropOffFolder(out, ifExists)
                .put(new Outgoing(7, 1, "acme", content, archive, "text/csv", name, "<a@b>", "lot-csv", "", "", false));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(out)) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}
