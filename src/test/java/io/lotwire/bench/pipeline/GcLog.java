package io.lotwire.bench.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Java's log of collections ({@code -Xlog:gc}) says of its heap. */
final class GcLog {
    private static final Pattern COLLECTION = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\(\\d+M\\)");

    private final Path file;
    private int seen;

    GcLog(Path file) {
        this.file = file;
    }

    /** The option that makes Java write it. */
    String option() {
        return "-Xlog:gc:file=" + file + ":uptime:filecount=0";
    }

    /**
     * The highest numbers of a while.
     *
     * @param used MB when a collection began
     * @param kept MB that it left
     */
    record Most(int used, int kept) {}

    /** Those since this was asked before. */
    Most most() throws IOException {
        int used = 0;
        int kept = 0;
        int line = 0;
        for (String text : Files.readAllLines(file)) {
            Matcher collection = COLLECTION.matcher(text);
            if (line++ >= seen && collection.find()) {
                used = Math.max(used, Integer.parseInt(collection.group(1)));
                kept = Math.max(kept, Integer.parseInt(collection.group(2)));
            }
        }
        seen = line;
        return new Most(used, kept);
    }
}
