package io.lotwire.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lotwire.digest.Sha256;
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
import java.util.Arrays;
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

    private static final byte[] LARGE = large();
    private static final String OF_LARGE = Sha256.hex(LARGE);

    @TempDir
    private Path folder;

    @Test
    void keepsLargeContentUnderItsSha256() throws IOException {
        Archive archive = Archive.in(folder);
        KeptContent content = archive.keep(LARGE);
        assertThat(content).isEqualTo(KeptContent.inArchive(OF_LARGE, LARGE.length));
        assertThat(content.inRow()).isEmpty();
        assertThat(files()).containsExactly(archive.path(OF_LARGE));
        assertThat(read(archive, content)).isEqualTo(LARGE);
    }

    @Test
    void leavesSmallContentToItsRow() throws IOException {
        Archive archive = Archive.in(folder);
        KeptContent content = archive.keep(new ByteArrayInputStream(bytes("abc")));
        assertThat(content.sha256()).isEqualTo(ABC);
        assertThat(content.size()).isEqualTo(3);
        assertThat(content.inRow()).contains(bytes("abc"));
        assertThat(archive.has(content)).isTrue();
        assertThat(read(archive, content)).isEqualTo(bytes("abc"));
        assertThat(files()).isEmpty();
    }

    @Test
    void whatJustFitsIntoARowIsSmallAndOneByteMoreIsNot() throws IOException {
        Archive archive = Archive.in(folder);
        byte[] most = Arrays.copyOf(LARGE, KeptContent.MOST_IN_ROW);
        byte[] more = Arrays.copyOf(LARGE, KeptContent.MOST_IN_ROW + 1);
        assertThat(archive.keep(new ByteArrayInputStream(most)).inRow()).isPresent();
        assertThat(archive.keep(most).inRow()).isPresent();
        assertThat(archive.keep(new ByteArrayInputStream(more)).inRow()).isEmpty();
        assertThat(archive.keep(more).inRow()).isEmpty();
    }

    @Test
    void whatIsWrittenPieceByPieceIsKeptLikeWhatComesWhole() throws IOException {
        Archive archive = Archive.in(folder);
        for (byte[] whole : List.of(bytes("abc"), LARGE)) {
            try (Archive.Draft draft = archive.draft()) {
                for (int from = 0; from < whole.length; from += 1000) {
                    draft.write(whole, from, Math.min(1000, whole.length - from));
                }
                KeptContent content = draft.keep();
                assertThat(content).isEqualTo(archive.keep(whole));
                assertThat(read(archive, content)).isEqualTo(whole);
            }
        }
        assertThat(files()).containsExactly(archive.path(OF_LARGE));
    }

    @Test
    void aDraftThatIsNotKeptLeavesNothing() throws IOException {
        Archive archive = Archive.in(folder);
        try (Archive.Draft draft = archive.draft()) {
            draft.write(LARGE);
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void keepsTheSameContentOnce() throws IOException {
        Archive archive = Archive.in(folder);
        archive.keep(LARGE);
        Object firstFile =
                Files.readAttributes(archive.path(OF_LARGE), "unix:ino").get("ino");
        archive.keep(LARGE);
        assertThat(Files.readAttributes(archive.path(OF_LARGE), "unix:ino").get("ino"))
                .isEqualTo(firstFile);
        assertThat(files()).containsExactly(archive.path(OF_LARGE));
    }

    @Test
    void aStreamThatBreaksLeavesNothing() throws IOException {
        Archive archive = Archive.in(folder);
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(LARGE), new InputStream() {
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
    void whatNobodyNeedsIsDropped() throws IOException {
        Archive archive = Archive.in(folder);
        archive.keep(LARGE);
        usedBefore(OF_LARGE, Duration.ofDays(2));

        assertThat(archive.drop(OF_LARGE, Duration.ofDays(1))).isEqualTo(Archive.Dropped.YES);
        assertThat(files()).isEmpty();
        assertThat(archive.drop(OF_LARGE, Duration.ofDays(1))).isEqualTo(Archive.Dropped.YES);
    }

    @Test
    void whatWasKeptAnewOfLateIsNotDropped() throws IOException {
        Archive archive = Archive.in(folder);
        archive.keep(LARGE);
        usedBefore(OF_LARGE, Duration.ofDays(2));
        KeptContent again = archive.keep(LARGE);

        assertThat(archive.drop(OF_LARGE, Duration.ofDays(1))).isEqualTo(Archive.Dropped.IN_USE);
        assertThat(read(archive, again)).isEqualTo(LARGE);
    }

    @Test
    void whoKeepsTheSameWhileItIsDroppedHasIt() throws Exception {
        Archive archive = Archive.in(folder);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 300; round++) {
                archive.keep(LARGE);
                usedBefore(OF_LARGE, Duration.ofDays(2));
                Future<KeptContent> kept = threads.submit(() -> archive.keep(LARGE));
                Future<Archive.Dropped> dropped = threads.submit(() -> archive.drop(OF_LARGE, Duration.ofDays(1)));
                dropped.get();
                assertThat(archive.has(kept.get())).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(files()).containsExactly(archive.path(OF_LARGE));
    }

    @Test
    void whatAKilledProcessWasAboutToDropIsPutBack() throws IOException {
        Archive archive = Archive.in(folder);
        KeptContent content = archive.keep(LARGE);
        Files.move(archive.path(OF_LARGE), folder.resolve("incoming").resolve(OF_LARGE + ".aside"));

        assertThat(archive.clearLeftovers(Duration.ZERO)).isZero();
        assertThat(read(archive, content)).isEqualTo(LARGE);
        assertThat(files()).containsExactly(archive.path(OF_LARGE));
    }

    private void usedBefore(String sha256, Duration time) throws IOException {
        Files.setLastModifiedTime(
                Archive.in(folder).path(sha256), FileTime.from(Instant.now().minus(time)));
    }

    @Test
    void manyWhoKeepTheSameAtOnceAllSucceed() throws Exception {
        Archive archive = Archive.in(folder);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<KeptContent>> kept = IntStream.range(0, 64)
                    .mapToObj(i -> threads.submit(() -> archive.keep(LARGE)))
                    .toList();
            for (Future<KeptContent> each : kept) {
                assertThat(each.get().sha256()).isEqualTo(OF_LARGE);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(files()).containsExactly(archive.path(OF_LARGE));
    }

    @Test
    void leftoversOfAKilledProcessAreClearedButNotYoungOnes() throws IOException {
        Archive archive = Archive.in(folder);
        archive.keep(LARGE);
        Path old = Files.write(folder.resolve("incoming/old"), bytes("hal"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Path young = Files.write(folder.resolve("incoming/young"), bytes("hal"));

        assertThat(archive.clearLeftovers(Duration.ofHours(1))).isEqualTo(1);
        assertThat(files()).containsExactlyInAnyOrder(archive.path(OF_LARGE), young);
    }

    @Test
    void contentThatIsNotKeptIsNotFound() throws IOException {
        Archive archive = Archive.in(folder);
        KeptContent missing = KeptContent.inArchive(ABC, 3);
        assertThat(archive.has(missing)).isFalse();
        assertThatThrownBy(() -> archive.open(missing)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aNameThatIsNoSha256IsRefused() throws IOException {
        Archive archive = Archive.in(folder);
        assertThatThrownBy(() -> archive.path("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] read(Archive archive, KeptContent content) throws IOException {
        try (InputStream kept = archive.open(content)) {
            return kept.readAllBytes();
        }
    }

    private static byte[] large() {
        byte[] large = new byte[300_000];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) (i * 31);
        }
        return large;
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
