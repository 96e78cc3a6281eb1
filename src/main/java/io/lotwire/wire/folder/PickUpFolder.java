package io.lotwire.wire.folder;

import io.lotwire.wire.Completeness;
import io.lotwire.wire.FilesAtRest;
import io.lotwire.wire.PickUp;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The files of a folder: which are whole, and what becomes of one that was kept. A done file is deleted before its file is
 * moved, or it would speak for the next one of the same name. A gateway that was killed in between left a file that nothing
 * speaks for any more: the first look finds those by the ledger.
 */
final class PickUpFolder {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneOffset.UTC);

    private final PickUp pickUp;
    private final Path folder;
    private final FileNames names;
    private final FilesAtRest atRest;
    private final Predicate<FoundFile> keptBefore;
    private final Set<FoundFile> kept = new HashSet<>();
    private boolean looked;

    /** @param keptBefore tells whether the content of this very file is in the inbox */
    PickUpFolder(PickUp pickUp, Predicate<FoundFile> keptBefore) {
        this.pickUp = pickUp;
        this.folder = FolderWire.folder(pickUp);
        this.names = new FileNames(pickUp);
        this.atRest = new FilesAtRest(
                pickUp.completeness() instanceof Completeness.Unchanged unchanged ? unchanged.minAge() : Duration.ZERO);
        this.keptBefore = keptBefore;
    }

    Path folder() {
        return folder;
    }

    /** The whole files, in the order of their names. Links are none, wherever they lead. */
    List<FoundFile> whole() throws IOException {
        List<FoundFile> whole = new ArrayList<>();
        Set<FoundFile> there = new HashSet<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, this::isWanted)) {
            for (Path path : all) {
                look(path).ifPresent(there::add);
            }
        } catch (DirectoryIteratorException broken) {
            throw broken.getCause();
        }
        there.stream().filter(this::isWhole).forEach(whole::add);
        kept.retainAll(there);
        looked = true;
        whole.sort(Comparator.comparing(FoundFile::name));
        return whole;
    }

    private boolean isWanted(Path path) {
        return names.take(path.getFileName().toString()) && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static Optional<FoundFile> look(Path path) throws IOException {
        try {
            return Optional.of(FoundFile.at(path));
        } catch (NoSuchFileException goneMeanwhile) {
            return Optional.empty();
        }
    }

    private boolean isWhole(FoundFile file) {
        if (pickUp.completeness() instanceof Completeness.DoneFile done) {
            return Files.isRegularFile(doneFile(done, file), LinkOption.NOFOLLOW_LINKS)
                    || kept.contains(file)
                    || (!looked && keptBefore.test(file));
        }
        return atRest.has(file.place(), file.size(), file.putAt().toEpochMilli());
    }

    /** True when it is in the inbox, and only its end was not reached. */
    boolean isKept(FoundFile file) {
        return kept.contains(file);
    }

    /**
     * Moves a file to the archive, or deletes it, after it was kept.
     *
     * @throws IOException when that cannot be; the next look finds it again
     */
    void finish(FoundFile file) throws IOException {
        kept.add(file);
        // Should it have been written again meanwhile, it is another file, and to be taken.
        if (!FoundFile.at(file.path()).equals(file)) {
            return;
        }
        if (pickUp.completeness() instanceof Completeness.DoneFile done) {
            Files.deleteIfExists(doneFile(done, file));
        }
        if (pickUp.archive().isEmpty()) {
            Files.delete(file.path());
        } else {
            Path archive = Files.createDirectories(FolderWire.archive(pickUp));
            Files.move(
                    file.path(),
                    archive.resolve(file.name() + "." + STAMP.format(Instant.now())),
                    StandardCopyOption.ATOMIC_MOVE);
        }
        kept.remove(file);
    }

    private static Path doneFile(Completeness.DoneFile done, FoundFile file) {
        return file.path().resolveSibling(FileNames.doneFile(done, file.name()));
    }
}
