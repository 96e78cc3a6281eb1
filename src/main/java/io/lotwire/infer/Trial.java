package io.lotwire.infer;

import io.lotwire.desk.Rulebook;
import io.lotwire.desk.offline.Input;
import io.lotwire.desk.offline.OfflineDesk;
import io.lotwire.document.LotEventWriter;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.LotEvent;
import io.lotwire.partner.Inbound;
import io.lotwire.partner.Profile;
import io.lotwire.yaml.YamlFile;
import io.lotwire.yaml.YamlMap;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Reads the files once more with an override, rejected sets too, to see what it would bring. */
final class Trial {
    private static final String NAME = "trial";

    private final Rulebook rules;
    private final List<Input> files;

    Trial(Rulebook rules, List<Input> files) {
        this.rules = rules;
        this.files = files;
    }

    /**
     * How many events have a lot that is not doubtful, with an override; empty when the override is none.
     *
     * @param override YAML, as below {@code override} in a profile
     */
    Optional<Integer> lots(Documents documents, String override) throws IOException {
        Optional<YamlMap> keys = YamlFile.parse(override, "override", variable -> null, problem -> {})
                .filter(YamlMap.class::isInstance)
                .map(YamlMap.class::cast);
        if (keys.flatMap(map -> rules.mapping(documents.name(), map, problem -> {}))
                .isEmpty()) {
            return Optional.empty();
        }
        Profile sender = Profile.ofSender(NAME, List.of(Inbound.of(documents.id, documents.name(), keys.get())));
        OfflineDesk desk = new OfflineDesk(rules, Clock.systemUTC()).despiteErrors();
        Lots lots = new Lots(documents.id);
        for (Input file : files) {
            desk.translate(file, Optional.of(sender), lots, problem -> {});
        }
        return Optional.of(lots.count);
    }

    /** Counts the events of one kind of document that have a lot. */
    private static final class Lots implements LotEventWriter {
        private final String document;
        private int count;

        Lots(String document) {
            this.document = document;
        }

        @Override
        public void write(LotEvent event) {
            boolean isCertain = event.lot() != null
                    && event.issues().stream().noneMatch(issue -> issue.code() == IssueCode.LOT_DOUBTFUL);
            if (isCertain && event.source().document().equals(document)) {
                count++;
            }
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
