package io.lotwire.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    /** Of the three bytes "abc" (FIPS 180-4, example B.1). */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path folder;

    @Test
    void keepsBytesUnderTheirSha256() throws IOException {
        Archive archive = Archive.in(folder);
        assertThat(archive.keep(bytes("abc"))).isEqualTo(new ArchivedContent(ABC, 3));
        try (InputStream kept = archive.open(ABC)) {
            assertThat(kept.readAllBytes()).isEqualTo(bytes("abc"));
        }
    }

    @Test
    void keepsTheSameContentOnce() throws IOException {
        Archive archive = Archive.in(folder);
        archive.keep(bytes("abc"));
        Object firstFile = Files.readAttributes(archive.path(ABC), "unix:ino").get("ino");
        archive.keep(bytes("abc"));
        assertThat(Files.readAttributes(archive.path(ABC), "unix:ino").get("ino"))
                .isEqualTo(firstFile);
        assertThat(files()).containsExactly(archive.path(ABC));
    }

    @Test
    void keepsMoreThanFitsInOneBuffer() throws IOException {
        byte[] large = new byte[300_000];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) (i * 31);
        }
        Archive archive = Archive.in(folder);
        ArchivedContent content = archive.keep(new ByteArrayInputStream(large));
        assertThat(content.size()).isEqualTo(large.length);
        try (InputStream kept = archive.open(content.sha256())) {
            assertThat(kept.readAllBytes()).isEqualTo(large);
        }
    }

    @Test
    void aStreamThatBreaksLeavesNothing() throws IOException {
        Archive archive = Archive.in(folder);
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(bytes("ab")), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        });
        assertThatThrownBy(() -> archive.keep(broken)).hasMessage("connection reset");
        assertThat(files()).isEmpty();
    }

    @Test
    void manyWhoKeepTheSameAtOnceAllSucceed() throws Exception {
        Archive archive = Archive.in(folder);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<ArchivedContent>> kept = IntStream.range(0, 64)
                    .mapToObj(i -> threads.submit(() -> archive.keep(bytes("abc"))))
                    .toList();
            for (Future<ArchivedContent> each : kept) {
                assertThat(each.get().sha256()).isEqualTo(ABC);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(files()).containsExactly(archive.path(ABC));
    }

    @Test
    void leftoversOfAKilledProcessAreClearedButNotYoungOnes() throws IOException {
        Archive archive = Archive.in(folder);
        archive.keep(bytes("abc"));
        Path old = Files.write(folder.resolve("incoming/old"), bytes("hal"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Path young = Files.write(folder.resolve("incoming/young"), bytes("hal"));

        assertThat(archive.clearLeftovers(Duration.ofHours(1))).isEqualTo(1);
        assertThat(files()).containsExactlyInAnyOrder(archive.path(ABC), young);
    }

    @Test
    void contentThatIsNotKeptIsNotFound() throws IOException {
        Archive archive = Archive.in(folder);
        assertThat(archive.has(ABC)).isFalse();
        assertThatThrownBy(() -> archive.open(ABC)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aNameThatIsNoSha256IsRefused() throws IOException {
        Archive archive = Archive.in(folder);
        assertThatThrownBy(() -> archive.open("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
