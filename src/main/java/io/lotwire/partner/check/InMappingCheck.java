package io.lotwire.partner.check;

import io.lotwire.mapping.Mappings;
import io.lotwire.mapping.Translator;
import io.lotwire.partner.Inbound;
import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.Profile;
import io.lotwire.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Whether the mappings that profiles name are there, read the document that is agreed, and work with what they override. */
final class InMappingCheck {
    private final Path folder;
    private final Map<String, Mappings> loaded = new HashMap<>();

    /** @param folder the folder of mappings */
    InMappingCheck(Path folder) {
        this.folder = folder;
    }

    /** What is wrong with a mapping by itself is not told here: it is not the profile's fault. */
    void check(Profile profile, Consumer<Problem> problems) {
        for (Inbound inbound : profile.receives()) {
            if (!inbound.isOnlyAcknowledged() && inbound.mapping().matches(Inbound.MAPPING_NAME)) {
                check(inbound, problems);
            }
        }
    }

    private void check(Inbound inbound, Consumer<Problem> problems) {
        boolean smooks = inbound.mapping().startsWith(Inbound.FILE_MAPPING);
        Path file = folder.resolve(inbound.mapping() + (smooks ? "/smooks.xml" : ".yaml"));
        if (!Files.isRegularFile(file)) {
            problems.accept(dangling(
                    inbound,
                    "There is no mapping '" + inbound.mapping() + "' (" + file + "): write it, or name another."));
        } else if (!smooks) {
            Mappings mappings = loaded.computeIfAbsent(inbound.mapping(), name -> Mappings.load(folder, name));
            mappings.named(inbound.mapping(), inbound.override(), problems);
            wrongDocument(inbound, mappings.named(inbound.mapping())).ifPresent(problems);
        }
    }

    private static Optional<Problem> wrongDocument(Inbound inbound, Optional<Translator> mapping) {
        return mapping.map(found -> found.mapping().document())
                .filter(document -> !document.equals(inbound.document())
                        && !inbound.document().isEmpty())
                .map(document -> dangling(
                        inbound,
                        "The mapping '" + inbound.mapping() + "' reads " + document + ", not " + inbound.document()
                                + ": name one that reads " + inbound.document() + "."));
    }

    private static Problem dangling(Inbound inbound, String message) {
        return Problem.error(PartnerFault.REFERENCE_DANGLING, inbound.at().place(), message);
    }
}
