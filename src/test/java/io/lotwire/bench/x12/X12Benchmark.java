package io.lotwire.bench.x12;

import io.lotwire.bench.Benchmark;
import io.lotwire.bench.Figure;
import io.lotwire.bench.Result;
import io.lotwire.bench.Result.Row;
import io.lotwire.bench.Result.Table;
import io.lotwire.bench.x12.SpeedRun.Speed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.openjdk.jmh.runner.RunnerException;

/** Our X12 reader beside the others. */
public final class X12Benchmark implements Benchmark {
    private static final int CHECKED_SIZE = 100_000;
    private static final double MOST_ALLOCATED = 5;
    private static final double MOST_ALLOCATED_FOR_EVENTS = 25;

    private static final List<Parser> PARSE_ONLY =
            List.of(Parser.BYTE_LOOP, Parser.LOTWIRE_CURSOR, Parser.EDIREADER, Parser.STAEDI);
    private static final List<Parser> LOTS_OUT = List.of(
            Parser.BYTE_LOOP,
            Parser.LOTWIRE,
            Parser.LOTWIRE_EVENTS,
            Parser.EDIREADER,
            Parser.STAEDI_SCHEMA,
            Parser.STAEDI_WHOLE_SCHEMA,
            Parser.GOZER,
            Parser.IMSWEB,
            Parser.SMOOKS);

    private final Path home;

    /** Measures the installation in this folder. */
    public X12Benchmark(Path home) {
        this.home = home;
    }

    @Override
    public String name() {
        return "x12";
    }

    @Override
    public Result run(Consumer<String> progress) throws Exception {
        List<String> differences = Checksums.differences(ShipNotices.interchange(X12Reading.SEED, CHECKED_SIZE));
        if (!differences.isEmpty()) {
            throw new IllegalStateException(String.join("; ", differences));
        }
        progress.accept("All parsers find the same lots. Now their speed, some seconds each ...");
        Map<Parser, Speed> speeds = new EnumMap<>(Parser.class);
        for (Parser parser : Parser.values()) {
            Speed speed = speed(parser);
            speeds.put(parser, speed);
            progress.accept(String.format(
                    Locale.ROOT, "  %-22s %8.1f MB a CPU-second", parser.title(), speed.megabytesPerCpuSecond()));
        }
        progress.accept("One transaction set of 100 MB, and the time to the first document ...");
        ForkedRuns forked = new ForkedRuns(home);
        List<Figure> figures = new ArrayList<>(ratios(speeds));
        figures.add(forked.largeSet());
        figures.add(forked.firstDocument());
        return new Result(
                name(),
                List.of(
                        "Generated 856s of 004010, about 3 KB a set, 1 MB an interchange, read from memory in turn.",
                        "Every parser finds the same lots: their checksums were compared before.",
                        "StAEDI's schema has the segments of this input only; with those of the whole 856 it is slower.",
                        "A CPU-second is one of the reading thread; what garbage collection costs comes on top.",
                        "To lot events is all the gateway makes of a document: items, lots, dates, parties, references,"
                                + " units, quantities split, an SHA-256 id each. The others only give the lots.",
                        "The byte loop compares each byte with '*' and counts, without vector instructions."),
                List.of(
                        table("Parse only (every segment and element, lots out)", PARSE_ONLY, speeds),
                        table("Parse, validate, lots out", LOTS_OUT, speeds)),
                figures);
    }

    private static Speed speed(Parser parser) throws RunnerException {
        return SpeedRun.USUAL.of(parser);
    }

    private static Table table(String title, List<Parser> parsers, Map<Parser, Speed> speeds) {
        return new Table(
                title,
                List.of("MB a CPU-second", "bytes allocated a byte"),
                parsers.stream()
                        .map(parser -> new Row(
                                parser.title(),
                                List.of(
                                        speeds.get(parser).megabytesPerCpuSecond(),
                                        speeds.get(parser).allocatedPerByte())))
                        .toList());
    }

    private static List<Figure> ratios(Map<Parser, Speed> speeds) {
        return List.of(
                Figure.atLeast(
                        "parse only, to EDIReader", ratio(speeds, Parser.LOTWIRE_CURSOR, Parser.EDIREADER), 8, 12),
                Figure.atLeast("parse only, to StAEDI", ratio(speeds, Parser.LOTWIRE_CURSOR, Parser.STAEDI), 25, 38),
                Figure.atLeast(
                        "parse only, to the byte loop",
                        ratio(speeds, Parser.LOTWIRE_CURSOR, Parser.BYTE_LOOP),
                        0.25,
                        0.36),
                Figure.atLeast(
                        "lots out, to StAEDI with a schema",
                        ratio(speeds, Parser.LOTWIRE, Parser.STAEDI_SCHEMA),
                        30,
                        55),
                Figure.atLeast("lots out, to EDIReader", ratio(speeds, Parser.LOTWIRE, Parser.EDIREADER), 3, 5.5),
                Figure.atLeast(
                        "lots out, to the byte loop", ratio(speeds, Parser.LOTWIRE, Parser.BYTE_LOOP), 0.10, 0.16),
                Figure.atLeast(
                        "to lot events, to StAEDI with a schema, lots out",
                        ratio(speeds, Parser.LOTWIRE_EVENTS, Parser.STAEDI_SCHEMA),
                        10,
                        30),
                Figure.atLeast(
                        "to lot events, to EDIReader, lots out",
                        ratio(speeds, Parser.LOTWIRE_EVENTS, Parser.EDIREADER),
                        0.8,
                        3),
                Figure.atMost(
                        "bytes allocated a byte, to lot events",
                        "B",
                        speeds.get(Parser.LOTWIRE_EVENTS).allocatedPerByte(),
                        MOST_ALLOCATED_FOR_EVENTS,
                        ""),
                Figure.atMost(
                        "bytes allocated a byte, lots out",
                        "B",
                        speeds.get(Parser.LOTWIRE).allocatedPerByte(),
                        MOST_ALLOCATED,
                        ""));
    }

    private static double ratio(Map<Parser, Speed> speeds, Parser ours, Parser other) {
        return speeds.get(ours).megabytesPerCpuSecond() / speeds.get(other).megabytesPerCpuSecond();
    }
}
