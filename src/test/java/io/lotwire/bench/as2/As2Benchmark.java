package io.lotwire.bench.as2;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.PeerProcess;
import io.lotwire.as2.agreement.SendingRules;
import io.lotwire.bench.Benchmark;
import io.lotwire.bench.Figure;
import io.lotwire.bench.Folder;
import io.lotwire.bench.ProcessMemory;
import io.lotwire.bench.ProcessorTime;
import io.lotwire.bench.Result;
import io.lotwire.bench.Result.Row;
import io.lotwire.bench.Result.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** Our AS2 receiver beside the others: the same messages from the same sender, each receiver in a process of its own. */
public final class As2Benchmark implements Benchmark {
    /** Small messages, and how large a large one is. */
    record Sizes(int warmUp, int measured, int largeMegabytes) {
        /** So many that Java has compiled what there is to compile; and the size that AS2 servers are known to fail at. */
        static Sizes usual() {
            return new Sizes(3000, 3000, 500);
        }
    }

    /** What one receiver did; zero where it could not. */
    private record Measured(Speed small, double largePerSecond, Memory large) {}

    /** Of many small messages. */
    private record Speed(double perSecond, double processorMillis) {}

    /** What the large message takes: the least heap, and the most that the process had in memory with it. */
    private record Memory(double heapMegabytes, double ownMegabytes, double residentMegabytes) {}

    private static final long SEED = 1;
    private static final int DOCUMENT_BYTES = 3_000;
    private static final int HEAP_MEGABYTES = 512;
    private static final int LARGE_HEAP_MEGABYTES = 4096;
    private static final int[] HEAPS = {
        8, 10, 12, 14, 16, 20, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048, 3072, 4096
    };
    private static final int MEGABYTE = 1_000_000;

    /** The other compiler takes 20 to 80 MB now and then for work of its own, which would hide what a message takes. */
    private static final String SIMPLE_COMPILER = "-XX:TieredStopAtLevel=1";

    private final Path home;
    private final Sizes sizes;
    private final Load load = new Load();

    /** Measures the installation in this folder. */
    public As2Benchmark(Path home) {
        this(home, Sizes.usual());
    }

    As2Benchmark(Path home, Sizes sizes) {
        this.home = home;
        this.sizes = sizes;
    }

    @Override
    public String name() {
        return "as2";
    }

    @Override
    public Result run(Consumer<String> progress) throws Exception {
        Path folder = Files.createTempDirectory("lotwire-bench-as2");
        try {
            return measured(folder, progress);
        } finally {
            Folder.delete(folder);
        }
    }

    private Result measured(Path folder, Consumer<String> progress) throws Exception {
        progress.accept("Making " + (sizes.warmUp() + sizes.measured()) + " messages ...");
        Path sent = Files.createDirectories(folder.resolve("sent"));
        Path document = Files.write(folder.resolve("document.edi"), document());
        List<OutgoingMessage> small = load.messages(document, sizes.warmUp() + sizes.measured(), sent);
        List<OutgoingMessage> large = load.messages(large(folder.resolve("large.edi")), 1, sent);
        Map<Contestant, Measured> all = new EnumMap<>(Contestant.class);
        for (Contestant contestant : Contestant.values()) {
            Measured measured = new Measured(
                    speed(contestant, folder, small),
                    largePerSecond(contestant, folder, large),
                    least(contestant, folder, large));
            all.put(contestant, measured);
            progress.accept(String.format(
                    Locale.ROOT,
                    "  %-16s %7.0f messages/s, %5.2f ms each, %6.1f MB/s, %5.0f MB of heap needed, %5.0f MB of its own",
                    contestant.title(),
                    measured.small().perSecond(),
                    measured.small().processorMillis(),
                    measured.largePerSecond(),
                    measured.large().heapMegabytes(),
                    measured.large().ownMegabytes()));
        }
        return result(all, nothing(folder));
    }

    private Result result(Map<Contestant, Measured> all, Memory nothing) throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        all.forEach((contestant, measured) -> rows.add(new Row(
                contestant.title(),
                List.of(
                        measured.small().perSecond(),
                        measured.small().processorMillis(),
                        measured.largePerSecond(),
                        measured.large().heapMegabytes(),
                        measured.large().ownMegabytes(),
                        measured.large().residentMegabytes()))));
        String large = sizes.largeMegabytes() + " MB";
        Measured ours = all.get(Contestant.LOTWIRE);
        return new Result(
                name(),
                List.of(
                        "Signed with SHA-256, encrypted with AES-256-CBC, answered with a signed MDN, 4 senders at once;",
                        "the messages are made beforehand, the same ones for all, and every MDN is checked in full, when",
                        "the clock has stopped. "
                                + (Processors.canBeApart()
                                        ? "The receiver has one processor, the senders the others."
                                        : "Sender and receiver share all processors."),
                        "Lotwire: the engine, its spool, and the archive as the gateway uses them, each document forced to",
                        "disk before its MDN, behind Java's own HTTP server; without the gateway's row in the database.",
                        "as2-lib, OpenAS2: their own servers and their modules that write a file, which force nothing to"
                                + " disk.",
                        "Each in a Java of its own with the serial collector, -Xmx" + HEAP_MEGABYTES
                                + "m; for the speed with " + large + " -Xmx" + LARGE_HEAP_MEGABYTES + "m. Memory: the",
                        "least -Xmx that takes the message of " + large
                                + ", of a list in steps of a fifth to a half; with that,",
                        "the most that was the process's own (RssAnon, looked at fifty times a second), and the most that"
                                + " it had",
                        "in memory with pages of files (VmHWM), such as the JDK's own, which all Java processes of a"
                                + " machine share.",
                        "For this all have " + SIMPLE_COMPILER
                                + ": the other compiler takes 20 to 80 MB now and then for its",
                        "own work. 0: it could not.",
                        String.format(
                                Locale.ROOT,
                                "A Java that does nothing has %.0f MB of its own with these options, %.0f MB in all. The"
                                        + " rest of ours is the",
                                nothing.ownMegabytes(),
                                nothing.residentMegabytes()),
                        "heap, and the classes of Bouncy Castle and the JDK with their compiled code; it is the same for a"
                                + " message",
                        "of any size."),
                List.of(new Table(
                        "Received",
                        List.of(
                                "messages/s",
                                "ms of processor each",
                                "MB/s of " + large,
                                "MB of heap needed",
                                "MB of its own",
                                "MB with files"),
                        rows)),
                List.of(
                        Figure.atLeast(
                                "messages a second, to the better of them",
                                ours.small().perSecond()
                                        / best(all, measured -> measured.small().perSecond(), true),
                                2,
                                3),
                        Figure.atMost(
                                "heap for " + large + ", to the better of them",
                                "x",
                                ours.large().heapMegabytes()
                                        / best(all, measured -> measured.large().heapMegabytes(), false),
                                0.1,
                                ""),
                        Figure.atMost(
                                "memory of its own for " + large + ", to the better of them",
                                "x",
                                ours.large().ownMegabytes()
                                        / best(all, measured -> measured.large().ownMegabytes(), false),
                                0.1,
                                String.format(
                                        Locale.ROOT,
                                        "with files %.2fx",
                                        ours.large().residentMegabytes()
                                                / best(
                                                        all,
                                                        measured ->
                                                                measured.large().residentMegabytes(),
                                                        false)))));
    }

    /** The better of the others; one that could not at all does not count. */
    private static double best(Map<Contestant, Measured> all, ToDoubleFunction<Measured> measure, boolean most) {
        var others = all.entrySet().stream()
                .filter(entry -> entry.getKey() != Contestant.LOTWIRE)
                .mapToDouble(entry -> measure.applyAsDouble(entry.getValue()))
                .filter(value -> value > 0);
        return (most ? others.max() : others.min()).orElse(Double.NaN);
    }

    private Speed speed(Contestant contestant, Path folder, List<OutgoingMessage> messages) throws Exception {
        try (Receiver receiver = new Receiver(contestant, folder, HEAP_MEGABYTES);
                Processors ignored = Processors.apart(receiver.pid())) {
            receiver.seconds(messages.subList(0, sizes.warmUp()));
            double before = ProcessorTime.millis(receiver.pid());
            double seconds = receiver.seconds(messages.subList(sizes.warmUp(), messages.size()));
            return new Speed(
                    sizes.measured() / seconds, (ProcessorTime.millis(receiver.pid()) - before) / sizes.measured());
        }
    }

    /** MB a second; zero when it could not. */
    private double largePerSecond(Contestant contestant, Path folder, List<OutgoingMessage> message) throws Exception {
        try (Receiver receiver = new Receiver(contestant, folder, LARGE_HEAP_MEGABYTES)) {
            return sizes.largeMegabytes() / receiver.seconds(message);
        } catch (IOException couldNot) {
            return 0;
        }
    }

    /** With the smallest heap of the list that takes the message; zeros when none does. */
    private Memory least(Contestant contestant, Path folder, List<OutgoingMessage> message) throws Exception {
        Memory found = new Memory(0, 0, 0);
        int least = 0;
        int most = HEAPS.length;
        while (least < most) {
            int middle = (least + most) / 2;
            Optional<Memory> taken = taken(contestant, folder, message, HEAPS[middle]);
            if (taken.isPresent()) {
                found = taken.get();
                most = middle;
            } else {
                least = middle + 1;
            }
        }
        return found;
    }

    private Optional<Memory> taken(Contestant contestant, Path folder, List<OutgoingMessage> message, int heap)
            throws Exception {
        try (Receiver receiver = new Receiver(contestant, folder, heap, SIMPLE_COMPILER);
                ProcessMemory memory = ProcessMemory.watch(receiver.pid())) {
            receiver.seconds(message);
            return Optional.of(new Memory(heap, memory.mostOwn(), ProcessMemory.mostResident(receiver.pid())));
        } catch (IOException couldNot) {
            return Optional.empty();
        }
    }

    /** What a Java that does nothing has in memory, with the options that are the memory's. */
    private Memory nothing(Path folder) throws Exception {
        try (PeerProcess process = PeerProcess.start(
                Idle.class,
                folder.resolve("idle"),
                load.farm(),
                load.hub().certificate(),
                Contestant.java(HEAPS[0], SIMPLE_COMPILER))) {
            return new Memory(HEAPS[0], ProcessMemory.own(process.pid()), ProcessMemory.mostResident(process.pid()));
        }
    }

    /** Lots that differ, so that it does not matter who compresses. */
    private static byte[] document() {
        StringBuilder text = new StringBuilder();
        Random random = new Random(SEED);
        while (text.length() < DOCUMENT_BYTES) {
            text.append("LIN**UP*")
                    .append(Long.toString(random.nextLong(), Character.MAX_RADIX))
                    .append("~");
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private Path large(Path file) throws IOException {
        byte[] block = new byte[MEGABYTE];
        Random random = new Random(SEED);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < sizes.largeMegabytes(); i++) {
                random.nextBytes(block);
                out.write(block);
            }
        }
        return file;
    }

    /** A receiver that runs, with a folder of its own that goes when it ends. */
    private final class Receiver implements AutoCloseable {
        private final Path own;
        private final PeerProcess process;

        Receiver(Contestant contestant, Path folder, int heapMegabytes, String... more) throws Exception {
            own = Files.createTempDirectory(folder, contestant.name());
            process = contestant.start(home, own, load.farm(), load.hub(), Contestant.java(heapMegabytes, more));
            process.expect(SendingRules.standard());
        }

        long pid() {
            return process.pid();
        }

        double seconds(List<OutgoingMessage> messages) throws Exception {
            return load.seconds(messages, process.address());
        }

        @Override
        public void close() throws IOException {
            process.close();
            Folder.delete(own);
        }
    }
}
