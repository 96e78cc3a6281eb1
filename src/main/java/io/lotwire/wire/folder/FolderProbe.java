package io.lotwire.wire.folder;

import io.lotwire.partner.Wire;
import io.lotwire.wire.PickUp;
import io.lotwire.wire.Probe;
import io.lotwire.wire.ProbeFailed;
import io.lotwire.wire.ProbePlace;
import io.lotwire.wire.ProbeRun;
import io.lotwire.wire.ProbeStep;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tries the folders: whether they are there, what we may do in them, and whether files can be moved to the archive. */
public final class FolderProbe implements Probe {
    private static final String RIGHTS = "Give the user who runs the gateway the right to, on each folder of its path";

    @Override
    public String word() {
        return FolderKind.WORD;
    }

    @Override
    public boolean fits(Wire wire) {
        return wire instanceof FolderWire;
    }

    @Override
    public List<ProbeStep> run(Wire wire, ProbePlace place) {
        FolderWire folders = (FolderWire) wire;
        List<ProbeStep> steps = new ArrayList<>();
        folders.pickUps().forEach(pickUp -> steps.addAll(pickUp(pickUp)));
        if (folders.sends()) {
            steps.addAll(dropOff(folders.target(), folders.dropOff().directory()));
        }
        return steps;
    }

    private static List<ProbeStep> pickUp(PickUp pickUp) {
        Path folder = FolderWire.folder(pickUp);
        ProbeRun run = new ProbeRun();
        run.first("folder " + pickUp.directory(), () -> there(folder));
        run.then("read " + pickUp.directory(), () -> readable(folder));
        run.then("write " + pickUp.directory(), () -> writable(folder));
        if (!pickUp.archive().isEmpty()) {
            run.then("archive " + pickUp.archive(), () -> archive(folder, FolderWire.archive(pickUp)));
        }
        return run.steps();
    }

    private static List<ProbeStep> dropOff(Path folder, String directory) {
        ProbeRun run = new ProbeRun();
        run.first("folder " + directory, () -> there(folder));
        run.then("write " + directory, () -> writable(folder));
        return run.steps();
    }

    private static String there(Path folder) throws ProbeFailed {
        if (Files.isDirectory(folder)) {
            return folder + " is there";
        }
        throw Files.exists(folder)
                ? new ProbeFailed(folder + " is no folder", "Name a folder in the profile")
                : new ProbeFailed(
                        folder + " is not there",
                        "Make it, look at the path in the profile, or mount the share that it is on");
    }

    private static String readable(Path folder) throws ProbeFailed {
        int files = 0;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path each : all) {
                files += Files.isRegularFile(each) ? 1 : 0;
            }
        } catch (IOException closed) {
            throw new ProbeFailed(folder + " cannot be read", closed, RIGHTS);
        }
        return files + (files == 1 ? " file" : " files");
    }

    private static String writable(Path folder) throws ProbeFailed {
        if (Files.isWritable(folder)) {
            return folder + " can be written";
        }
        throw new ProbeFailed(folder + " cannot be written", RIGHTS);
    }

    /** It is made when the first file is moved, in the folder above it. */
    private static String archive(Path folder, Path archive) throws ProbeFailed {
        Path existing = archive;
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing)) {
            throw new ProbeFailed(existing + " is no folder", "Take it away, or name another 'archive' in the profile");
        }
        writable(existing);
        try {
            if (!Files.getFileStore(existing).equals(Files.getFileStore(folder))) {
                throw new ProbeFailed(
                        archive + " is on another file system than " + folder,
                        "Name an 'archive' beside the files: moving one must be a single step");
            }
        } catch (IOException unknown) {
            throw new ProbeFailed("the file system of " + archive + " cannot be told", unknown, RIGHTS);
        }
        return "files can be moved to " + archive;
    }
}
