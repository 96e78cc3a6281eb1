package io.lotwire.yaml;

import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads one YAML document of maps, lists and single values. There are no tags, anchors or aliases, so a file can
 * neither name a class nor grow when it is read.
 */
public final class YamlFile {
    /** The largest file, in bytes. */
    public static final int MAX_BYTES = 1 << 20;

    /** The deepest nesting of maps and lists. */
    public static final int MAX_DEPTH = 32;

    private YamlFile() {}

    /**
     * Reads a file.
     *
     * @param name the file as its user knows it, for places
     * @param variables gives a variable's value, null when it is not set
     * @param problems is told everything that is wrong
     * @return the document; empty when it cannot be read at all
     */
    public static Optional<YamlNode> read(
            Path file, String name, UnaryOperator<String> variables, Consumer<Problem> problems) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                problems.accept(Problem.error(
                        YamlFault.FILE_TOO_LARGE,
                        Place.inFile(name),
                        "The file is larger than " + MAX_BYTES + " bytes: split it."));
                return Optional.empty();
            }
            return parse(decode(bytes), name, variables, problems);
        } catch (CharacterCodingException e) {
            problems.accept(unreadable(name, "The file is not UTF-8: save it as UTF-8."));
        } catch (NoSuchFileException e) {
            problems.accept(unreadable(name, "There is no such file."));
        } catch (IOException e) {
            problems.accept(unreadable(name, "The file cannot be read: check that it is a file and may be read."));
        }
        return Optional.empty();
    }

    /**
     * Reads a document from a text.
     *
     * @see #read
     */
    public static Optional<YamlNode> parse(
            String text, String name, UnaryOperator<String> variables, Consumer<Problem> problems) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_BYTES);
        try {
            ParserImpl events = new ParserImpl(new StreamReader(text), options);
            return new TreeBuilder(events, name, variables, problems).build();
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problems.accept(Problem.error(
                    YamlFault.YAML_SYNTAX, new FileLine(name, line).place(), "Not YAML: " + e.getProblem() + "."));
        } catch (YAMLException e) {
            problems.accept(Problem.error(
                    YamlFault.YAML_SYNTAX,
                    Place.inFile(name),
                    "Not YAML: the file holds a character that YAML does not allow; save it as plain text."));
        }
        return Optional.empty();
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Problem unreadable(String name, String message) {
        return Problem.error(YamlFault.FILE_UNREADABLE, Place.inFile(name), message);
    }
}
