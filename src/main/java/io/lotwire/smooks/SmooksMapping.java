package io.lotwire.smooks;

import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Purpose;
import io.lotwire.mapping.Origin;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.smooks.Smooks;
import org.smooks.api.SmooksException;
import org.smooks.api.io.Source;
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

    private SmooksMapping(String name, Configuration configuration) {
        this.name = name;
        this.configuration = configuration;
        this.smooks = FolderSmooks.binding(configuration.folder()).createInstance();
        configuration.parameters().records().forEach(record -> smooks.addVisitor(new RecordCount(), record));
    }

    /** Puts a configuration into its Smooks and compiles it. */
    @FunctionalInterface
    public interface Start {
        /**
         * Starts a mapping.
         *
         * @throws IOException when the configuration cannot be read
         * @throws SAXException when it is no XML
         * @throws SmooksException when it is wrong
         */
        void start(SmooksMapping mapping) throws IOException, SAXException;
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

    /** The file of a configuration that names its others. */
    public static Path root(Path mappings, String name) {
        return mappings.resolve(name).resolve(Configuration.ROOT);
    }

    /**
     * Compiles a configuration, which takes seconds where it has DFDL schemas.
     *
     * @param mappings the folder of mappings
     * @param name such as {@code smooks/csv-shipment}
     * @param problems is told what is wrong with it; then there is none
     */
    public static Optional<SmooksMapping> load(Path mappings, String name, Consumer<Problem> problems) {
        return load(mappings, name, SmooksMapping::compile, problems);
    }

    /** The same, compiled by somebody else. */
    public static Optional<SmooksMapping> load(Path mappings, String name, Start start, Consumer<Problem> problems) {
        Path folder = mappings.resolve(name).normalize();
        if (!isNamed(name) || !folder.startsWith(mappings.normalize()) || !Files.isDirectory(folder)) {
            problems.accept(Configuration.invalid(folder, "there is no such folder: make it, or correct 'mapping'."));
            return Optional.empty();
        }
        return Configuration.read(folder, problems)
                .flatMap(configuration -> start(new SmooksMapping(name, configuration), start, problems));
    }

    private static Optional<SmooksMapping> start(SmooksMapping mapping, Start start, Consumer<Problem> problems) {
        try {
            start.start(mapping);
            return Optional.of(mapping);
        } catch (IOException | SAXException | SmooksException e) {
            mapping.smooks.close();
            problems.accept(Configuration.invalid(mapping.root(), Sentence.of(e)));
            return Optional.empty();
        }
    }

    private void compile() throws IOException, SAXException {
        try (InputStream in = Files.newInputStream(root())) {
            smooks.addResourceConfigs(in);
        }
        smooks.createExecutionContext();
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

    /** Its Smooks: without its configuration until it is started. */
    public Smooks smooks() {
        return smooks;
    }

    /**
     * Begins to read a file. An event's {@code source} names the record that the bound element begins with, its byte offset
     * and length, where the configuration says what its records are ({@code lotwire.records}, {@code lotwire.recordEnd}) or
     * states them as fields. Otherwise only the file is known: record 1, offset 0, and the length of the file.
     *
     * @param file the bytes
     * @param origin whose file it is
     * @param document what the partner's profile calls it
     * @param lotRequired true when an item without a lot is an error
     * @param events is given each event, in the order of the file
     */
    public SmooksReading reading(
            FileBytes file, Origin origin, String document, boolean lotRequired, Consumer<LotEvent> events) {
        return new SmooksReading(this, file, origin, document, lotRequired, events);
    }

    /** Lets Smooks read a file: all but its outcome. */
    public void run(SmooksReading reading) throws IOException {
        Source source = reading.source();
        try {
            smooks.filterSource(reading.context(), source);
        } catch (StackOverflowError | RuntimeException thrown) {
            reading.failed(thrown);
        }
    }

    private Path root() {
        return configuration.folder().resolve(Configuration.ROOT);
    }

    Parameters parameters() {
        return configuration.parameters();
    }
}
