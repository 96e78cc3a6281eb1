package io.lotwire.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** A message's own folder in the spool, which is no longer needed. */
public final class SpoolFolder {
    private static final Logger LOG = Logger.getLogger(SpoolFolder.class);

    private SpoolFolder() {}

    /** Deletes the folder with all that is in it; what cannot be deleted is left, and said. */
    public static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warnf("The spool folder %s was not deleted: %s", folder, e.getMessage());
        }
    }
}
