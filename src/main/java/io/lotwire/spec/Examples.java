package io.lotwire.spec;

import io.lotwire.edi.read.InterchangeHandler;
import io.lotwire.edi.read.X12Parser;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The golden samples of a partner, as examples.
 *
 * @param folder the partner's folder of samples, which need not be there
 */
public record Examples(Path folder) {
    private static final String EVENTS = "events.ndjson";

    /** A sample of a document that they send and that gives lot events: its folder. */
    Optional<Path> received(String document) throws IOException {
        for (Path sample : in(folder.resolve("receives"))) {
            Path events = sample.resolve(EVENTS);
            if (Files.exists(events) && Files.readString(events).contains("\"document\":\"" + document + "\"")) {
                return Optional.of(sample);
            }
        }
        return Optional.empty();
    }

    /** A document that they get by a subscription. */
    Optional<Path> sent(String subscription) throws IOException {
        for (Path sample : in(folder.resolve("sends"))) {
            Optional<Path> file = in(sample).stream()
                    .filter(each -> each.getFileName().toString().startsWith(subscription + "."))
                    .findFirst();
            if (file.isPresent()) {
                return file;
            }
        }
        return Optional.empty();
    }

    /** The file of a sample that goes in. */
    static Optional<Path> input(Path sample) throws IOException {
        return in(sample).stream()
                .filter(each -> each.getFileName().toString().startsWith("in."))
                .findFirst();
    }

    /** The version of the document in a file: GS08, in EDIFACT the directory; {@code ""} where it holds none. */
    static String version(Path file, String document) throws IOException {
        List<String> versions = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            X12Parser.standard().read(file.toString(), in, new InterchangeHandler() {
                @Override
                public void transactionSet(TransactionSet set) {
                    if (set.id().equals(document)) {
                        versions.add(
                                set.syntax() == Syntax.EDIFACT
                                        ? set.version()
                                        : set.group().version());
                    }
                }

                @Override
                public void problem(Problem problem) {
                    // What is wrong with a sample is told where it is tried.
                }
            });
        }
        return versions.isEmpty() ? "" : versions.get(0);
    }

    /** Its text; what is no UTF-8 is taken as Latin-1. */
    static String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.contains("\uFFFD") ? new String(bytes, StandardCharsets.ISO_8859_1) : text;
    }

    private static List<Path> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        }
    }
}
