package io.lotwire.bench.as2;

import java.io.IOException;

/** Gives a receiver a processor of its own, on Linux: else the sender's work takes its share of what is measured. */
final class Processors implements AutoCloseable {
    private static final int ALL = Runtime.getRuntime().availableProcessors();

    private final boolean apart;

    private Processors(boolean apart) {
        this.apart = apart;
    }

    /** From now on the receiver has the first processor, and this process the others. */
    static Processors apart(long receiver) throws IOException, InterruptedException {
        return new Processors(ALL > 1 && bind(receiver, "0") && bind(own(), "1-" + (ALL - 1)));
    }

    /** Whether that is done here. */
    static boolean canBeApart() throws IOException, InterruptedException {
        return ALL > 1 && bind(own(), "0-" + (ALL - 1));
    }

    /** This process has all of them again. */
    @Override
    public void close() throws IOException, InterruptedException {
        if (apart) {
            bind(own(), "0-" + (ALL - 1));
        }
    }

    private static long own() {
        return ProcessHandle.current().pid();
    }

    private static boolean bind(long process, String processors) throws InterruptedException {
        try {
            return new ProcessBuilder("taskset", "-acp", processors, Long.toString(process))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noTaskset) {
            return false;
        }
    }
}
