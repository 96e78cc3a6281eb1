package io.lotwire.smooks;

import io.lotwire.digest.Sha256;
import io.lotwire.mapping.MappingFault;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The files of a Smooks configuration, looked through before Smooks sees them: no document type declarations, nothing
 * from elsewhere.
 *
 * @param folder where they are
 * @param version of their contents: the first digits of a SHA-256
 * @param text their contents, one after the other, each under its name
 * @param parameters what {@code smooks.xml} says to us
 */
record Configuration(Path folder, String version, String text, Parameters parameters) {
    static final String NO_READER =
            "it names no reader: describe the file by a DFDL schema, and name it in a dfdl:parser; for XML name the reader"
                    + " io.lotwire.smooks.XmlSmooksReader.";
    static final String ROOT = "smooks.xml";
    private static final int VERSION_DIGITS = 12;

    /** Reads and checks the files; empty when something is wrong, which is told. */
    static Optional<Configuration> read(Path folder, Consumer<Problem> problems) {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        } catch (IOException unreadable) {
            files.clear();
        }
        if (!files.containsKey(ROOT)) {
            problems.accept(invalid(folder.resolve(ROOT), "there is no such file that can be read: put one there."));
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        boolean[] good = {true};
        files.forEach((name, bytes) -> {
            if (name.endsWith(".xml") || name.endsWith(".xsd")) {
                Optional<String> fault = fault(name, bytes, parameters);
                fault.ifPresent(what -> problems.accept(invalid(folder.resolve(name), what)));
                good[0] &= fault.isEmpty();
            }
        });
        return good[0]
                ? Optional.of(new Configuration(folder, version(files), text(files), Parameters.of(parameters)))
                : Optional.empty();
    }

    static Problem invalid(Path file, String what) {
        return Problem.error(
                MappingFault.MAPPING_INVALID, Place.inFile(file.toString()), "The Smooks configuration: " + what);
    }

    private static Optional<String> fault(String name, byte[] bytes, Map<String, String> parameters) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        boolean reader = false;
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    return Optional.of("a document type declaration (line "
                            + xml.getLocation().getLineNumber() + ") has no place in it: take it out.");
                }
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    boolean isPlace = List.of("schemaLocation", "schemaUri", "file", "schematronUrl")
                            .contains(xml.getAttributeLocalName(i));
                    if (isPlace && xml.getAttributeValue(i).contains(":")) {
                        return Optional.of("'" + xml.getAttributeValue(i) + "' (line "
                                + xml.getLocation().getLineNumber()
                                + ") is elsewhere: put the file beside this one, and name it as /" + "name.xsd.");
                    }
                }
                String element = xml.getLocalName();
                reader |= element.equals("reader") || element.equals("parser");
                if (element.equals("param") && name.equals(ROOT)) {
                    String parameter = String.valueOf(xml.getAttributeValue(null, "name"));
                    if (parameter.startsWith(Parameters.PREFIX)) {
                        parameters.put(parameter, xml.getElementText());
                    }
                }
            }
        } catch (XMLStreamException malformed) {
            return Optional.of("it is no well-formed XML: " + malformed.getMessage());
        }
        return name.equals(ROOT) && !reader ? Optional.of(NO_READER) : Optional.empty();
    }

    private static String version(Map<String, byte[]> files) {
        MessageDigest sha256 = Sha256.digest();
        files.forEach((name, bytes) -> {
            sha256.update((name + "\0" + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
            sha256.update(bytes);
        });
        return Sha256.hex(sha256).substring(0, VERSION_DIGITS);
    }

    private static String text(Map<String, byte[]> files) {
        StringBuilder text = new StringBuilder();
        files.forEach((name, bytes) ->
                text.append("==== ").append(name).append('\n').append(new String(bytes, StandardCharsets.UTF_8)));
        return text.toString();
    }
}
