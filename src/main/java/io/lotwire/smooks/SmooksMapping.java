package io.lotwire.smooks;

import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Purpose;
import io.lotwire.mapping.MappingFault;
import io.lotwire.mapping.Origin;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.smooks.Smooks;
import org.smooks.api.ExecutionContext;
import org.smooks.api.SmooksException;
import org.smooks.engine.DefaultApplicationContextBuilder;
import org.smooks.io.source.StreamSource;
import org.xml.sax.SAXException;

/**
 * A Smooks configuration that is ready to run: a folder {@code mappings/smooks/NAME/} with a {@code smooks.xml}, which
 * binds what it reads to the bean {@code event} (a map of fields), once for each statement of the file. The bean {@code
 * document} lends each of them what holds for a whole document. The guide on Smooks lists the fields.
 *
 * <p>Made once, it serves any number of threads. Smooks and what it needs are loaded with this class only.
 */
public final class SmooksMapping {
    /** What the names of such mappings begin with. */
    public static final String PREFIX = "smooks/";

    /** Bytes of a file: half a million CSV lines, which take minutes. */
    static final long LARGEST_FILE = 64L << 20;

    private final String name;
    private final Configuration configuration;
    private final Smooks smooks;

    private SmooksMapping(String name, Configuration configuration, Smooks smooks) {
        this.name = name;
        this.configuration = configuration;
        this.smooks = smooks;
    }

    /**
     * What was said beside the events.
     *
     * @param documentNumber the number of the file's first document; {@code ""} when it has none
     * @param purpose what that document means to do with what was said before
     * @param problems what is wrong with it
     */
    public record Outcome(String documentNumber, Purpose purpose, List<Problem> problems) {
        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    /** True for the name of a mapping that is a Smooks configuration, such as {@code smooks/csv-shipment}. */
    public static boolean isNamed(String mapping) {
        return mapping.startsWith(PREFIX);
    }

    /**
     * Compiles a configuration, which takes seconds where it has DFDL schemas.
     *
     * @param mappings the folder of mappings
     * @param name such as {@code smooks/csv-shipment}
     * @param problems is told what is wrong with it; then there is none
     */
    public static Optional<SmooksMapping> load(Path mappings, String name, Consumer<Problem> problems) {
        Path folder = mappings.resolve(name).normalize();
        if (!isNamed(name) || !folder.startsWith(mappings.normalize()) || !Files.isDirectory(folder)) {
            problems.accept(Configuration.invalid(folder, "there is no such folder: make it, or correct 'mapping'."));
            return Optional.empty();
        }
        return Configuration.read(folder, problems).flatMap(configuration -> compile(configuration, problems)
                .map(smooks -> new SmooksMapping(name, configuration, smooks)));
    }

    private static Optional<Smooks> compile(Configuration configuration, Consumer<Problem> problems) {
        Path root = configuration.folder().resolve(Configuration.ROOT);
        Smooks smooks = new Smooks(new DefaultApplicationContextBuilder()
                .withClassLoader(new FolderLoader(configuration.folder()))
                .build());
        try (InputStream in = Files.newInputStream(root)) {
            smooks.addResourceConfigs(in);
            configuration.parameters().records().forEach(record -> smooks.addVisitor(new RecordCount(), record));
            smooks.createExecutionContext();
            return Optional.of(smooks);
        } catch (IOException | SAXException | SmooksException e) {
            smooks.close();
            problems.accept(Configuration.invalid(root, Sentence.of(e)));
            return Optional.empty();
        }
    }

    /** Name and version of its files' contents, {@code name@version}. */
    public String stamp() {
        return name + "@" + configuration.version();
    }

    /** Such as {@code smooks/csv-shipment}. */
    public String name() {
        return name;
    }

    /** The first digits of the SHA-256 of its files. */
    public String version() {
        return configuration.version();
    }

    /** True when its files in the folder of mappings say the same still. */
    public boolean isOf(Path mappings) {
        return Configuration.read(mappings.resolve(name), problem -> {})
                .filter(now -> now.version().equals(version()))
                .isPresent();
    }

    /** Its files, one after the other. */
    public String text() {
        return configuration.text();
    }

    /**
     * Translates a file, event by event. It is read twice: first to its end, for a file with an error gives no events at
     * all, and then for its events. In memory is what Smooks holds for one element that it binds; of a document with
     * levels, all of them, and 18 to 36 bytes for each event made.
     *
     * <p>An event's {@code source} names the record that the bound element begins with, its byte offset and length, where
     * the configuration says what its records are ({@code lotwire.records}, {@code lotwire.recordEnd}) or states them as
     * fields. Otherwise only the file is known: record 1, offset 0, and the length of the file.
     *
     * @param file the bytes
     * @param origin whose file it is
     * @param document what the partner's profile calls it
     * @param lotRequired true when an item without a lot is an error
     * @param events is given each event, in the order of the file
     * @throws IOException when the file cannot be read
     */
    public Outcome translate(
            FileBytes file, Origin origin, String document, boolean lotRequired, Consumer<LotEvent> events)
            throws IOException {
        SmooksRun check = run(file, new SmooksRun(this, file, origin, document, lotRequired, event -> {}));
        if (check.outcome().problems().stream().noneMatch(Problem::isError)) {
            run(file, new SmooksRun(this, file, origin, document, lotRequired, events));
        }
        return check.outcome();
    }

    Parameters parameters() {
        return configuration.parameters();
    }

    private SmooksRun run(FileBytes file, SmooksRun run) throws IOException {
        try (run;
                InputStream in =
                        new WholeRecords(file.open(), configuration.parameters().recordEnd(), LARGEST_FILE)) {
            ExecutionContext context = smooks.createExecutionContext();
            run.observe(context);
            smooks.filterSource(context, new StreamSource<>(in));
            run.end();
        } catch (SmooksException e) {
            run.failed(e);
        } catch (StackOverflowError | RuntimeException defect) {
            run.problem(Problem.error(
                    MappingFault.MAPPING_FAILED,
                    Place.inFile(run.file()),
                    "The mapping " + stamp() + " failed: " + Sentence.of(defect)));
        }
        run.rethrow();
        return run;
    }
}
