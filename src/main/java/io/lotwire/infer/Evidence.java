package io.lotwire.infer;

import io.lotwire.desk.Desk;
import io.lotwire.desk.Handling;
import io.lotwire.desk.Measure;
import io.lotwire.desk.ReceivedBytes;
import io.lotwire.desk.ReceivedInterchanges;
import io.lotwire.desk.Rulebook;
import io.lotwire.desk.offline.Input;
import io.lotwire.edi.envelope.GroupHeader;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.read.FileSummary;
import io.lotwire.edi.read.InterchangeHandler;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that files say, each set read by the mapping that reads it when a profile names none. */
final class Evidence {
    private final Desk desk;
    private final Map<String, Documents> documents = new TreeMap<>();
    private final Envelopes envelopes = new Envelopes();
    private final List<Problem> problems = new ArrayList<>();
    private int sets;
    private int acknowledgements;

    /** @param rules mappings, and no profiles: nobody is known yet */
    Evidence(Rulebook rules) {
        this.desk = new Desk(rules, Measure.DOCUMENT);
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
        ReceivedInterchanges interchanges = desk.receive(file.name(), problem -> {});
        FileSummary summary;
        try (InputStream bytes = file.open()) {
            summary = interchanges.read(bytes);
        }
        problems.addAll(summary.problems());
        summary.interchanges().forEach(each -> problems.addAll(each.summary().problems()));
        try (InputStream bytes = file.open()) {
            interchanges.parser().read(file.name(), bytes, new Sets(file.name(), interchanges, summary.rejectedSets()));
        }
    }

    private Documents documents(TransactionSet set, Handling handling) {
        return documents.computeIfAbsent(
                set.id(),
                id -> new Documents(id, set.syntax(), handling instanceof Handling.ByMapping by ? by.mapping() : null));
    }

    private final class Sets implements InterchangeHandler {
        private final String file;
        private final ReceivedInterchanges interchanges;
        private final Map<Integer, List<Problem>> rejected;
        private int position;

        Sets(String file, ReceivedInterchanges interchanges, Map<Integer, List<Problem>> rejected) {
            this.file = file;
            this.interchanges = interchanges;
            this.rejected = rejected;
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
            Handling handling = interchanges.agreement(set.interchange()).ofSet(set.syntax(), set.id());
            Documents kind = documents(set, handling);
            kind.sets++;
            kind.versions.add(set.version(), set.version(), sets, Sighting.of(file, set.header()));
            if (rejected.containsKey(position)) {
                kind.rejections.add(rejected.get(position).get(0));
            } else if (handling instanceof Handling.ByMapping by) {
                read(set, kind, by);
            }
        }

        private void read(TransactionSet set, Documents kind, Handling.ByMapping by) {
            SetEvidence evidence = new SetEvidence(file, sets, kind);
            by.explain(set, new ReceivedBytes(file, ""), evidence).problems().stream()
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
