package io.lotwire.infer;

import io.lotwire.mapping.Mappings;
import io.lotwire.mapping.Origin;
import io.lotwire.mapping.Translator;
import io.lotwire.problem.Problem;
import io.lotwire.reading.Input;
import io.lotwire.x12.FileSummary;
import io.lotwire.x12.GroupHeader;
import io.lotwire.x12.InterchangeHandler;
import io.lotwire.x12.InterchangeHeader;
import io.lotwire.x12.TransactionSet;
import io.lotwire.x12.X12Parser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that files say, each set read by the mapping that reads it when a profile names none. */
final class Evidence {
    private final Path mappings;
    private final Map<String, Mappings> loaded = new HashMap<>();
    private final Map<String, Documents> documents = new TreeMap<>();
    private final Envelopes envelopes = new Envelopes();
    private final List<Problem> problems = new ArrayList<>();
    private int sets;
    private int acknowledgements;

    Evidence(Path mappings) {
        this.mappings = mappings;
    }

    Envelopes envelopes() {
        return envelopes;
    }

    /** By kind of document. */
    Collection<Documents> documents() {
        return documents.values();
    }

    /** How many transaction sets there are, without acknowledgements. */
    int sets() {
        return sets;
    }

    /** How many 997s, 999s and CONTRLs there are. */
    int acknowledgements() {
        return acknowledgements;
    }

    /** What is wrong with envelopes, and outside of them. */
    List<Problem> problems() {
        return problems;
    }

    /** Adds a file. */
    void add(Input file) throws IOException {
        FileSummary summary;
        try (InputStream bytes = file.open()) {
            summary = FileSummary.read(file.name(), bytes, X12Parser.standard());
        }
        problems.addAll(summary.problems());
        summary.interchanges().forEach(each -> problems.addAll(each.summary().problems()));
        try (InputStream bytes = file.open()) {
            X12Parser.standard().read(file.name(), bytes, new Sets(file.name(), summary.acceptedSets()));
        }
    }

    /** Compiles what is asked for only. */
    private Mappings mapping(String name) {
        return loaded.computeIfAbsent(name, each -> Mappings.load(mappings, each));
    }

    private Documents documents(TransactionSet set) {
        return documents.computeIfAbsent(set.id(), id -> {
            String name = Mappings.usualName(set.syntax(), id);
            return new Documents(
                    id,
                    set.syntax(),
                    mapping(name).named(name).map(Translator::mapping).orElse(null));
        });
    }

    private final class Sets implements InterchangeHandler {
        private final String file;
        private final BitSet accepted;
        private int position;

        Sets(String file, BitSet accepted) {
            this.file = file;
            this.accepted = accepted;
        }

        @Override
        public void interchangeBegins(InterchangeHeader interchange) {
            envelopes.add(file, interchange);
        }

        @Override
        public void groupBegins(InterchangeHeader interchange, GroupHeader group) {
            envelopes.add(file, interchange, group);
        }

        @Override
        public void transactionSet(TransactionSet set) {
            position++;
            if (set.group().acknowledges()) {
                acknowledgements++;
                return;
            }
            sets++;
            Documents kind = documents(set);
            kind.sets++;
            kind.versions.add(set.version(), set.version(), sets, Sighting.of(file, set.header()));
            if (!accepted.get(position)) {
                set.problems().stream().filter(Problem::isError).limit(1).forEach(kind.rejections::add);
            } else if (kind.mapping != null) {
                read(set, kind);
            }
        }

        private void read(TransactionSet set, Documents kind) {
            SetEvidence evidence = new SetEvidence(file, sets, kind);
            mapping(kind.name())
                    .named(kind.name())
                    .orElseThrow()
                    .explain(set, new Origin("", file, ""), false, evidence)
                    .problems()
                    .stream()
                    .filter(Problem::isError)
                    .forEach(kind.rejections::add);
            kind.read++;
            String shape = Hierarchy.shape(set.root());
            if (!shape.isEmpty()) {
                kind.shapes.add(shape, shape, sets, Sighting.of(file, set.header()));
            }
            new Candidates(file, sets, kind, evidence).look(set);
        }

        @Override
        public void problem(Problem problem) {
            // The summary has them.
        }
    }
}
