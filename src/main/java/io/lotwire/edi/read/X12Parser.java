package io.lotwire.edi.read;

import io.lotwire.edi.envelope.GroupSummary;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.envelope.InterchangeSummary;
import io.lotwire.edi.grammar.Grammar;
import io.lotwire.edi.plan.Plans;
import io.lotwire.edi.segment.ByteSource;
import io.lotwire.edi.segment.Element;
import io.lotwire.edi.segment.Limits;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.SegmentCursor;
import io.lotwire.edi.segment.Tokenizer;
import io.lotwire.edi.tree.Loop;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Reads files of any size, of one or more interchanges in X12 or EDIFACT. There are three ways in, on one tokenizer:
 *
 * <ul>
 *   <li>{@link #read} hands over one transaction set after another, checked, as a tree: for files of any size;
 *   <li>{@link #parse} gives the whole file as values: {@link Interchange}, {@link FunctionalGroup}, {@link
 *       TransactionSet}, {@link Loop}, {@link Segment}, {@link Element}: for what fits in memory;
 *   <li>{@link #segments} goes from segment to segment and checks nothing: for counting, searching and splitting.
 * </ul>
 *
 * <p>Bad input never throws: what is wrong is a problem of the transaction set, group, interchange or file that it is
 * in, and reading goes on with what comes after. Delimiters come from each ISA or UNA. These are taken as they come: line ends
 * or blanks after terminators, blank lines, a byte order mark, lines wrapped at 80 columns, TA1 and ISB/ISE before the
 * first group.
 *
 * <p>A parser keeps nothing of what it reads, so that one can serve all threads.
 */
public final class X12Parser {
    private static final X12Parser STANDARD =
            new X12Parser(Limits.USUAL, interchange -> Grammar.standard(), new ConcurrentHashMap<>());

    private final Limits limits;
    private final Function<InterchangeHeader, Grammar> grammars;
    private final Map<Grammar, Plans> plans;

    private X12Parser(Limits limits, Function<InterchangeHeader, Grammar> grammars, Map<Grammar, Plans> plans) {
        this.limits = limits;
        this.grammars = grammars;
        this.plans = plans;
    }

    /** A parser with {@link Limits#USUAL} for what the standards allow. */
    public static X12Parser standard() {
        return STANDARD;
    }

    /** The same with other limits. */
    public X12Parser with(Limits other) {
        return new X12Parser(other, grammars, plans);
    }

    /**
     * The same with grammars that partners' guides narrow.
     *
     * @param grammarOf gives the grammar for an interchange: the same one each time for the same partner
     */
    public X12Parser with(Function<InterchangeHeader, Grammar> grammarOf) {
        return new X12Parser(limits, grammarOf, new ConcurrentHashMap<>());
    }

    /**
     * Reads a file to its end.
     *
     * @param file its name, for the places of problems
     * @param in its bytes; the caller closes it
     * @param handler takes what is found
     * @throws IOException when the stream cannot be read, never because of what is in it
     */
    public void read(String file, InputStream in, InterchangeHandler handler) throws IOException {
        read(file, ByteSource.of(in), handler);
    }

    /**
     * Reads a file that is in memory, or mapped, to its end.
     *
     * @param file its name, for the places of problems
     * @param bytes its bytes, from position to limit; large transaction sets stay there and are not copied
     * @param handler takes what is found
     */
    public void read(String file, ByteBuffer bytes, InterchangeHandler handler) throws IOException {
        read(file, ByteSource.of(bytes), handler);
    }

    /**
     * Reads a file on disk to its end.
     *
     * @param file its path, which is its name in the places of problems
     * @param handler takes what is found; large transaction sets are mapped when it asks for their segments
     * @throws IOException when the file cannot be read, never because of what is in it
     */
    public void read(Path file, InterchangeHandler handler) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            read(file.toString(), ByteSource.of(channel), handler);
        }
    }

    private void read(String file, ByteSource bytes, InterchangeHandler handler) throws IOException {
        new FileReading(file, bytes, limits, this::plansFor, handler).run();
    }

    private Plans plansFor(InterchangeHeader interchange) {
        return plans.computeIfAbsent(grammars.apply(interchange), Plans::new);
    }

    /**
     * Reads a file that is in memory, and keeps all of it.
     *
     * @param file its name, for the places of problems
     * @param bytes its bytes, from position to limit
     */
    public InterchangeFile parse(String file, ByteBuffer bytes) throws IOException {
        Tree tree = new Tree();
        read(file, bytes, tree);
        return new InterchangeFile(tree.interchanges, tree.problems);
    }

    /**
     * Goes from segment to segment.
     *
     * @param in its bytes; the caller closes it
     */
    public SegmentCursor segments(InputStream in) {
        return new SegmentCursor(new Tokenizer(ByteSource.of(in), limits));
    }

    /** Goes from segment to segment of what is in memory, from position to limit. */
    public SegmentCursor segments(ByteBuffer bytes) {
        return new SegmentCursor(new Tokenizer(ByteSource.of(bytes), limits));
    }

    /** Gathers a file. */
    private static final class Tree implements InterchangeHandler {
        private final List<Interchange> interchanges = new ArrayList<>();
        private final List<FunctionalGroup> groups = new ArrayList<>();
        private final List<TransactionSet> sets = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        @Override
        public void transactionSet(TransactionSet set) {
            sets.add(set);
        }

        @Override
        public void groupEnds(InterchangeHeader interchange, GroupSummary group) {
            groups.add(new FunctionalGroup(group, sets));
            sets.clear();
        }

        @Override
        public void interchangeEnds(InterchangeSummary interchange) {
            interchanges.add(new Interchange(interchange, groups));
            groups.clear();
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
        }
    }
}
