package io.lotwire.infer;

import io.lotwire.mapping.Mappings;
import io.lotwire.mapping.Origin;
import io.lotwire.mapping.Translator;
import io.lotwire.problem.Problem;
import io.lotwire.reading.Input;
import io.lotwire.x12.FileSummary;
import io.lotwire.x12.InterchangeHandler;
import io.lotwire.x12.TransactionSet;
import io.lotwire.x12.X12Parser;
import io.lotwire.yaml.YamlFile;
import io.lotwire.yaml.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Reads the files once more with an override, to see what it would bring. */
final class Trial {
    private final Path mappings;
    private final List<Input> files;

    Trial(Path mappings, List<Input> files) {
        this.mappings = mappings;
        this.files = files;
    }

    /**
     * How many events have a lot with an override; empty when the override is none.
     *
     * @param override YAML, as below {@code override} in a profile
     */
    Optional<Integer> lots(Documents documents, String override) throws IOException {
        Optional<Translator> translator = YamlFile.parse(override, "override", variable -> null, problem -> {})
                .filter(YamlMap.class::isInstance)
                .flatMap(map -> Mappings.load(mappings, documents.name())
                        .named(documents.name(), (YamlMap) map, problem -> {}));
        if (translator.isEmpty()) {
            return Optional.empty();
        }
        int[] lots = {0};
        for (Input file : files) {
            BitSet accepted;
            try (InputStream bytes = file.open()) {
                accepted = FileSummary.read(file.name(), bytes, X12Parser.standard())
                        .acceptedSets();
            }
            try (InputStream bytes = file.open()) {
                X12Parser.standard().read(file.name(), bytes, new Sets(documents.id, accepted, translator.get(), lots));
            }
        }
        return Optional.of(lots[0]);
    }

    private static final class Sets implements InterchangeHandler {
        private final String document;
        private final BitSet accepted;
        private final Translator translator;
        private final int[] lots;
        private int position;

        Sets(String document, BitSet accepted, Translator translator, int[] lots) {
            this.document = document;
            this.accepted = accepted;
            this.translator = translator;
            this.lots = lots;
        }

        @Override
        public void transactionSet(TransactionSet set) {
            position++;
            if (accepted.get(position) && set.id().equals(document)) {
                translator.translate(
                        set, new Origin("", "", ""), false, event -> lots[0] += event.lot() == null ? 0 : 1);
            }
        }

        @Override
        public void problem(Problem problem) {
            // Told before.
        }
    }
}
