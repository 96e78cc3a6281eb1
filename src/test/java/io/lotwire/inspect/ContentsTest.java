package io.lotwire.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.Sample;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.KeptContent;
import io.lotwire.ledger.LeftBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentsTest {
    @TempDir
    private Path folder;

    private Archive archive;
    private Contents contents;

    @BeforeEach
    void open() throws IOException {
        archive = Archive.in(folder);
        contents = new Contents(archive);
    }

    @Test
    void smallContentIsReadFromItsRowAndLargeFromTheArchive() throws IOException {
        for (String text : new String[] {Sample.shipNotice(), SegmentPageTest.large(10_000)}) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            LeftBytes left = new LeftBytes.Kept(archive.keep(bytes));
            Content content = ((Opened.There) contents.open(left)).content();

            assertThat(content.size()).isEqualTo(bytes.length);
            assertThat(SegmentPage.of(content, 0, 1).lines().get(0).id()).isEqualTo("ISA");
            assertThat(new String(content.read(0, 3), StandardCharsets.UTF_8)).isEqualTo("ISA");
            assertThat(content.stream().readAllBytes()).isEqualTo(bytes);
            assertThat(SegmentPage.last(content, 3).lines())
                    .extracting(SegmentLine::id)
                    .containsExactly("SE", "GE", "IEA");
        }
    }

    @Test
    void aDocumentIsIndexedOnceForAllItsPages() throws IOException {
        LeftBytes left =
                new LeftBytes.Kept(archive.keep(SegmentPageTest.large(10_000).getBytes(StandardCharsets.UTF_8)));

        Content first = ((Opened.There) contents.open(left)).content();
        Content again = ((Opened.There) contents.open(left)).content();

        assertThat(again.index()).isSameAs(first.index());
    }

    @Test
    void purgedAndMissingBytesAreSaidToBe() throws IOException {
        Instant at = Instant.parse("2026-03-04T00:00:00Z");
        KeptContent kept = archive.keep(SegmentPageTest.large(10_000).getBytes(StandardCharsets.UTF_8));
        Files.delete(archive.path(kept.sha256()));

        assertThat(contents.open(new LeftBytes.Purged(kept.sha256(), kept.size(), at)))
                .isEqualTo(new Opened.Purged(kept.sha256(), kept.size(), at));
        assertThat(contents.open(new LeftBytes.Kept(kept))).isEqualTo(new Opened.Missing(kept.sha256(), kept.size()));
    }
}
