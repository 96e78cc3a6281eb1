package io.lotwire.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** How long a process has had a processor, as Linux counts it. */
public final class ProcessorTime {
    private static final int TICK_MILLIS = 10;

    /** Where the times stand behind the command's name: in user mode and in the kernel, then the same of ended children. */
    private static final int FIRST_FIELD = 11;

    private static final int OWN_FIELDS = 2;
    private static final int ENDED_FIELDS = 2;

    private ProcessorTime() {}

    /** The time that all threads of a process have had on a processor, in milliseconds; zero where Linux does not tell. */
    public static double millis(long process) throws IOException {
        return millis(process, OWN_FIELDS);
    }

    /** The same with that of its child processes which have ended. */
    public static double millisWithEnded(long process) throws IOException {
        return millis(process, OWN_FIELDS + ENDED_FIELDS);
    }

    private static double millis(long process, int fields) throws IOException {
        String line;
        try {
            line = Files.readString(Path.of("/proc/" + process + "/stat"));
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
