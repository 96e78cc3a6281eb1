package io.lotwire.document;

import io.lotwire.lot.Condition;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Word;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.writing.Edition;
import io.lotwire.writing.WritingFault;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateInstance;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Fills templates (Qute) with lot events, for formats that out-mappings do not know; UTF-8. */
final class Templates {
    private final Path folder;
    private final Map<String, Parsed> parsed = new ConcurrentHashMap<>();

    /** @param folder the folder of mappings */
    Templates(Path folder) {
        this.folder = folder;
    }

    /** A template and the text that it was made of. */
    private record Parsed(Template template, String text) {}

    /** Loaded with the first template only: most commands need none. */
    private static final class Qute {
        private static final Engine ENGINE = TemplateTexts.addedTo(Engine.builder()
                        .addDefaultSectionHelpers()
                        .addDefaultValueResolvers()
                        .strictRendering(true))
                .build();
    }

    /**
     * Fills a template.
     *
     * @return why it is not written; nothing when it is
     * @throws IOException when the stream fails
     */
    List<Problem> write(String name, List<LotEvent> events, String documentNumber, Instant written, OutputStream out)
            throws IOException {
        Parsed made;
        try {
            made = parsed(name);
        } catch (TemplateException wrong) {
            return List.of(doesNotWork(name, wrong));
        } catch (IOException gone) {
            return List.of(refused("The template " + folder.resolve(name) + " cannot be read: put it there."));
        }
        List<Problem> untold = untold(made.text(), events);
        if (!untold.isEmpty()) {
            return untold;
        }
        TemplateInstance template = made.template()
                .instance()
                .data("events", events.stream().map(TemplateEvent::of).toList())
                .data("documentNumber", documentNumber)
                .data("written", LocalDate.ofInstant(written, ZoneOffset.UTC).toString());
        Set<String> doesNotFit = ConcurrentHashMap.newKeySet();
        template.setAttribute(TemplateTexts.PROBLEMS, doesNotFit);
        try {
            byte[] bytes = template.render().getBytes(StandardCharsets.UTF_8);
            if (doesNotFit.isEmpty()) {
                out.write(bytes);
            }
        } catch (TemplateException wrong) {
            return List.of(doesNotWork(name, wrong));
        }
        return doesNotFit.stream().sorted().map(Templates::refused).toList();
    }

    /** The conditions of goods that a template does not tell: whoever reads it would take them for good. */
    private static List<Problem> untold(String text, List<LotEvent> events) {
        return text.contains(".condition")
                ? List.of()
                : events.stream()
                        .filter(event -> event.condition() != null && event.condition() != Condition.GOOD)
                        .map(event -> "The template does not tell that goods are " + Word.of(event.condition())
                                + ": write {e.condition} in it, or say 'when: { conditions: [ good ] }' in the"
                                + " subscription.")
                        .distinct()
                        .map(Templates::refused)
                        .toList();
    }

    /** The edition of a template that documents are written by; empty when it cannot be read or does not work. */
    Optional<Edition> edition(String name) {
        try {
            return Optional.of(Edition.of(name, parsed(name).text()));
        } catch (TemplateException | IOException wrong) {
            return Optional.empty();
        }
    }

    private Parsed parsed(String name) throws IOException {
        Parsed known = parsed.get(name);
        if (known == null) {
            String text = Files.readString(folder.resolve(name));
            known = new Parsed(Qute.ENGINE.parse(text, null, name), text);
            parsed.put(name, known);
        }
        return known;
    }

    private static Problem doesNotWork(String name, TemplateException wrong) {
        return refused("The template " + name + " does not work: " + wrong.getMessage() + ".");
    }

    private static Problem refused(String reason) {
        return Problem.error(WritingFault.TEMPLATE_FAILED, Place.inFile(""), reason);
    }
}
