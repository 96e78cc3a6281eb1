package io.lotwire.desk;

import io.lotwire.mapping.Translator;
import io.lotwire.partner.Profiles;
import io.lotwire.problem.Problem;
import io.lotwire.smooks.SmooksMapping;
import io.lotwire.yaml.YamlMap;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The profiles and mappings of one moment: what documents are read by. */
public interface Rulebook {
    /** Who we exchange with. */
    Profiles profiles();

    /** The folder of mappings, for sentences that name files in it. */
    Path mappingFolder();

    /**
     * A mapping of the mapping language.
     *
     * @param name its path in the folder of mappings, without extension, such as {@code x12/856}
     * @param override what a partner's profile says instead; null for the mapping as it is
     * @param problems is told what is wrong with it, or with the override; then there is none
     */
    Optional<Translator> mapping(String name, YamlMap override, Consumer<Problem> problems);

    /**
     * A Smooks configuration.
     *
     * @param name such as {@code smooks/csv-shipment}
     * @param problems is told what is wrong with it; then there is none
     */
    Optional<SmooksMapping> fileMapping(String name, Consumer<Problem> problems);
}
