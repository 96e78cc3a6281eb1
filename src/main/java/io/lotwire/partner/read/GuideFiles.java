package io.lotwire.partner.read;

import io.lotwire.edi.grammar.Guide;
import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.ProfileVersion;
import io.lotwire.problem.Problem;
import io.lotwire.yaml.YamlFields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads {@code guide}: the file with what a partner's guide asks of a document beyond the standard. */
final class GuideFiles {
    private final ProfileFiles folder;
    private final List<ProfileVersion.Part> parts;
    private final Consumer<Problem> problems;

    /**
     * @param folder where the profile is
     * @param parts gets the texts of the guides
     */
    GuideFiles(ProfileFiles folder, List<ProfileVersion.Part> parts, Consumer<Problem> problems) {
        this.folder = folder;
        this.parts = parts;
        this.problems = problems;
    }

    /** The guide that an entry names; empty when it names none. */
    Optional<Guide> read(YamlFields fields, String document) {
        Optional<String> named = fields.optionalText("guide");
        if (named.isEmpty()) {
            return Optional.empty();
        }
        if (!named.get().matches("[A-Za-z0-9._/-]+\\.txt")) {
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    "guide",
                    "'guide' is '" + named.get()
                            + "', but must be the name of a file that ends in .txt, as acme/856.txt.");
            return Optional.empty();
        }
        Path file = folder.beside(fields.at("guide"), named.get());
        try {
            if (!folder.holds(file)) {
                throw new IOException("not below the folder of profiles");
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            parts.add(new ProfileVersion.Part(folder.displayName(file), text));
            Guide.Reading reading = Guide.read(
                    folder.displayName(file), 1, document, "", text.lines().toList());
            reading.problems().forEach(problems);
            return Optional.of(reading.guide());
        } catch (IOException unreadable) {
            fields.report(
                    PartnerFault.REFERENCE_DANGLING,
                    "guide",
                    "The guide " + folder.displayName(file)
                            + " cannot be read: put it there, in UTF-8 and below the folder of profiles.");
            return Optional.empty();
        }
    }
}
