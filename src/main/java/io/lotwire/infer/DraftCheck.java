package io.lotwire.infer;

import io.lotwire.partner.check.ProfileCheck;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Checks a draft as {@code partner check} checks a profile, before it is among the others. */
public final class DraftCheck {
    private static final String SCHEMA = "partner.schema.json";

    private DraftCheck() {}

    /**
     * What is wrong with a draft by itself.
     *
     * @param name the profile's name
     * @param partners the folder with the schema of profiles
     * @param mappings the folder of mappings
     * @throws IOException when no temporary folder can be written
     */
    public static List<Problem> problems(String name, String draft, Path partners, Path mappings, Clock clock)
            throws IOException {
        Path folder = Files.createTempDirectory("lotwire-draft-");
        Path file = folder.resolve(name + ".yaml");
        Path schema = folder.resolve(SCHEMA);
        try {
            Files.writeString(file, draft);
            if (Files.exists(partners.resolve(SCHEMA))) {
                Files.copy(partners.resolve(SCHEMA), schema);
            }
            return new ProfileCheck(folder, mappings, variable -> null, clock)
                    .one(name)
                    .problems();
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(schema);
            Files.delete(folder);
        }
    }
}
