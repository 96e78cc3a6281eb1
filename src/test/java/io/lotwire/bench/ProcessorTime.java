package io.lotwire.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How long a process has had a processor, as Linux counts it. */
public final class ProcessorTime {
    private static final int TICK_MILLIS = 10;

    private ProcessorTime() {}

    /** The time that all threads of a process have had on a processor, in milliseconds; zero where Linux does not tell. */
    public static double millis(long process) throws IOException {
        Path stat = Path.of("/proc/" + process + "/stat");
        if (!Files.isReadable(stat)) {
            return 0;
        }
        String line = Files.readString(stat);
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * (double) TICK_MILLIS;
    }
}
