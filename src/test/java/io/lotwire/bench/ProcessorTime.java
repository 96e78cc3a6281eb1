package io.lotwire.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/** How long a process has had a processor, as Linux counts it. */
public final class ProcessorTime {
    private static final int TICK_MILLIS = 10;

    /** Where the times stand behind the command's name: in user mode and in the kernel, then the same of ended children. */
    private static final int FIRST_FIELD = 11;

    private static final int OWN_FIELDS = 2;
    private static final int ENDED_FIELDS = 2;

    private static final Pattern COMPILER = Pattern.compile("^C[12] Compiler");

    private ProcessorTime() {}

    /** The time that all threads of a process have had on a processor, in milliseconds; zero where Linux does not tell. */
    public static double millis(long process) throws IOException {
        return millis(process, OWN_FIELDS);
    }

    /** The same with that of its child processes which have ended. */
    public static double millisWithEnded(long process) throws IOException {
        return millis(process, OWN_FIELDS + ENDED_FIELDS);
    }

    /**
     * The time that Java's compilers have had in a process, in milliseconds, of those that still run: all, when their number
     * is fixed ({@code -XX:-UseDynamicNumberOfCompilerThreads}).
     */
    public static double compilersMillis(long process) throws IOException {
        double millis = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/" + process + "/task"))) {
            for (Path thread : threads) {
                if (COMPILER.matcher(name(thread)).find()) {
                    millis += millis(thread, OWN_FIELDS);
                }
            }
        } catch (NoSuchFileException noLinuxOrEnded) {
            return 0;
        }
        return millis;
    }

    private static String name(Path thread) throws IOException {
        try {
            return Files.readString(thread.resolve("comm"));
        } catch (NoSuchFileException ended) {
            return "";
        }
    }

    private static double millis(long process, int fields) throws IOException {
        return millis(Path.of("/proc/" + process), fields);
    }

    private static double millis(Path of, int fields) throws IOException {
        String line;
        try {
            line = Files.readString(of.resolve("stat"));
        } catch (NoSuchFileException noLinuxOrEnded) {
            return 0;
        }
        return Arrays.stream(line.substring(line.lastIndexOf(')') + 2).split(" ", -1))
                        .skip(FIRST_FIELD)
                        .limit(fields)
                        .mapToLong(Long::parseLong)
                        .sum()
                * (double) TICK_MILLIS;
    }
}
