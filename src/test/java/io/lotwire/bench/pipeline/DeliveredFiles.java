package io.lotwire.bench.pipeline;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** The files that the gateway has left with the subscriber who gets each set in three formats. */
final class DeliveredFiles {
    private final Path directory;

    /** A kind of file, and how a lot begins in it. */
    private enum Kind {
        CSV("*.csv", "\n"),
        EPCIS("*.jsonld", "\"epcClass\""),
        X12("*.edi", "LIN*");

        private final String names;
        private final String lot;

        Kind(String names, String lot) {
            this.names = names;
            this.lot = lot;
        }
    }

    /** @param directory the one that they are left in */
    DeliveredFiles(Path directory) {
        this.directory = directory;
    }

    /** Fails when not each kind has so many lots in all; then deletes the files. */
    void expectLots(long lots) throws IOException {
        Map<Kind, Long> found = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            long count = 0;
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, kind.names)) {
                for (Path file : files) {
                    // The first line of a CSV names its columns.
                    count += count(file, kind.lot) - (kind == Kind.CSV ? 1 : 0);
                    Files.delete(file);
                }
            }
            found.put(kind, count);
        }
        found.forEach((kind, count) -> Expected.same("lots delivered as " + kind, lots, count));
    }

    /** How often a word is in a file; no word here begins anew within itself. */
    private static long count(Path file, String lot) throws IOException {
        byte[] word = lot.getBytes(StandardCharsets.US_ASCII);
        long count = 0;
        int matched = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                matched = next == word[matched] ? matched + 1 : next == word[0] ? 1 : 0;
                if (matched == word.length) {
                    count++;
                    matched = 0;
                }
            }
        }
        return count;
    }
}
