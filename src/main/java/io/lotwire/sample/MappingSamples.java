package io.lotwire.sample;

import io.lotwire.desk.offline.Heard;
import io.lotwire.desk.offline.OfflineDesk;
import io.lotwire.edi.envelope.FaultPolicy;
import io.lotwire.mapping.Mappings;
import io.lotwire.partner.Inbound;
import io.lotwire.partner.Profile;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.smooks.SmooksMapping;
import io.lotwire.yaml.FileLine;
import io.lotwire.yaml.YamlFile;
import io.lotwire.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** The samples in {@code samples/KIND/NAME/CASE} of the folder of mappings, each read by the mapping {@code KIND/NAME}. */
final class MappingSamples {
    private static final String SENDER = "partner";

    private final Path mappings;
    private final OfflineDesk desk;

    MappingSamples(Path mappings, OfflineDesk desk) {
        this.mappings = mappings;
        this.desk = desk;
    }

    List<SampleSet> all() throws IOException {
        List<SampleSet> sets = new ArrayList<>();
        for (Path kind : SampleFolders.in(mappings.resolve(Mappings.SAMPLES))) {
            for (Path folder : SampleFolders.in(kind)) {
                sets.add(samples(kind.getFileName() + "/" + folder.getFileName(), folder));
            }
        }
        return sets;
    }

    private SampleSet samples(String mapping, Path folder) throws IOException {
        List<Sample> samples = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        boolean isThere = SmooksMapping.isNamed(mapping)
                ? Files.isDirectory(mappings.resolve(mapping))
                : Files.isRegularFile(mappings.resolve(mapping + ".yaml"));
        if (!isThere) {
            problems.add(Problem.error(
                    SampleFault.SAMPLE_OF_NOBODY,
                    Place.inFile(folder.toString()),
                    "There is no mapping '" + mapping
                            + "' that these are samples of: rename the folder, or delete it."));
            return new SampleSet(SampleSet.Of.MAPPING, mapping, List.of(), problems);
        }
        for (Path sample : SampleFolders.in(folder)) {
            Optional<Path> input = SampleFolders.input(sample, problems::add);
            if (input.isPresent()) {
                String name = input.get().getFileName().toString();
                Profile sender = Profile.ofSender(SENDER, List.of(agreed(mapping, name, sample, problems::add)));
                samples.add(new ReceivedSample(sample, input.get(), name, (file, events, wrong) -> {
                    desk.translate(file, Optional.of(sender), events, wrong);
                    return Heard.NOTHING;
                }));
            }
        }
        return new SampleSet(SampleSet.Of.MAPPING, mapping, samples, problems);
    }

    private static Inbound agreed(String mapping, String file, Path sample, Consumer<Problem> problems) {
        boolean smooks = SmooksMapping.isNamed(mapping);
        String name = mapping.substring(mapping.indexOf('/') + 1);
        return new Inbound(
                smooks ? name : name.toUpperCase(Locale.ROOT),
                mapping,
                override(sample.resolve(SampleFolders.OVERRIDE), problems),
                smooks ? List.of(file) : List.of(),
                null,
                null,
                FaultPolicy.USUAL,
                null,
                false,
                new FileLine(sample.toString(), 0));
    }

    private static YamlMap override(Path file, Consumer<Problem> problems) {
        return Files.exists(file)
                ? YamlFile.read(file, file.toString(), variable -> null, problems)
                        .filter(YamlMap.class::isInstance)
                        .map(YamlMap.class::cast)
                        .orElse(null)
                : null;
    }
}
