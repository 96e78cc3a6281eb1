package io.lotwire.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A farm that puts its ship notices into a folder.
 *
 * @param name of its profile
 * @param id ISA06 of what it sends: as long as that of Green Valley, whose notices it writes as its own
 * @param directory where it puts them
 */
record FolderFarm(String name, String id, Path directory) {
    private static final String GREEN_VALLEY = "GREENVALLEY";

    /** A farm with a folder of its own below this one. */
    static FolderFarm in(Path folder, String name, String id) throws IOException {
        return new FolderFarm(name, id, Files.createDirectories(folder.resolve(name)));
    }

    /** Its profile; with further lines. */
    String profile(String more) {
        return """
               name: %s
               title: %s
               identity:
                 x12: { qualifier: ZZ, id: %s }
               wires:
                 folder:
                   pickUp:
                     - directory: %s
                       patterns: ["*.edi"]
                       complete: { by: rename }
                       poll: { every: 1s }
               receives:
                 - document: "856"
                   mapping: x12/856
               """.formatted(name, name, id, directory) + more;
    }

    /** The ship notice of this number, as this farm writes it. */
    byte[] notice(int number) throws IOException {
        String text = new String(Partners.documents(number).shipNotice(), StandardCharsets.US_ASCII);
        return text.replace(GREEN_VALLEY, id).getBytes(StandardCharsets.US_ASCII);
    }

    /** Puts a file into the folder, where it appears whole. */
    void put(String fileName, byte[] bytes) throws IOException {
        Path part = Files.write(directory.resolve(fileName + ".part"), bytes);
        Files.move(part, directory.resolve(fileName), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The names of the files that still lie there. */
    List<String> waiting() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }
}
