package io.lotwire.edi.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * The lines of the grammar's text files, without comments and blank lines; each file's own first lines tell its form. They
 * are read before the first document, so that they are taken apart with as little of the library as will do.
 */
final class Lines {
    private Lines() {}

    /** The lines of a file that must be there. */
    static List<String> of(String resource) {
        Optional<List<String>> lines = ifThere(resource);
        if (lines.isEmpty()) {
            throw new IllegalStateException("there is no grammar file " + resource);
        }
        return lines.get();
    }

    /** The lines of a file; empty when there is no such file. */
    static Optional<List<String>> ifThere(String resource) {
        try (InputStream in = Lines.class.getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            List<String> lines = new ArrayList<>();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            StringTokenizer all = new StringTokenizer(text, "\n");
            while (all.hasMoreTokens()) {
                String line = withoutComment(all.nextToken());
                if (!line.isBlank()) {
                    lines.add(line);
                }
            }
            return Optional.of(lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the grammar file " + resource, e);
        }
    }

    static String withoutComment(String line) {
        return line.contains("#") ? line.substring(0, line.indexOf('#')) : line;
    }

    static List<String> words(String line) {
        StringTokenizer all = new StringTokenizer(line);
        List<String> words = new ArrayList<>(all.countTokens());
        while (all.hasMoreTokens()) {
            words.add(all.nextToken());
        }
        return words;
    }
}
