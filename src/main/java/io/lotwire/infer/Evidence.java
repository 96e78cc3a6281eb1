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
import java.util.stream.Stream;

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

    /** The sets that are rejected, and only looked into. */
    List<Rejection> rejections() {
        return documents.values().stream()
                .flatMap(each -> each.rejections.stream())
                .toList();
    }

    /** What is wrong with envelopes that hold no set, and outside of them. */
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
        Map<Integer, List<Problem>> rejected = summary.rejectedSets();
        List<Problem> ofSets = rejected.values().stream().flatMap(List::stream).toList();
        summary.interchanges().stream()
                .flatMap(each -> each.summary().problems().stream())
                .filter(problem -> !ofSets.contains(problem))
                .forEach(problems::add);
        try (InputStream bytes = file.open()) {
            interchanges.parser().read(file.name(), bytes, new Sets(file.name(), interchanges, rejected));
        }
    }

    private Documents documents(TransactionSet set, Handling handling) {
        return documents.computeIfAbsent(
                set.id(),
                id -> new Documents(
                        id,
                        set.syntax(),
                        handling instanceof Handling.ByMapping by ? by.mapping() : null,
                        handling instanceof Handling.WithoutLots));
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
            List<Problem> errors = rejected.getOrDefault(position, List.of());
            if (handling instanceof Handling.ByMapping by) {
                errors = read(set, kind, by, errors);
            }
            if (!errors.isEmpty()) {
                kind.rejections.add(new Rejection(kind.id, errors));
            }
        }

        /** Reads it, rejected or not, for samples often have wrong counts; gives all that it is rejected for. */
        private List<Problem> read(
                TransactionSet set, Documents kind, Handling.ByMapping by, List<Problem> rejectedFor) {
            SetEvidence evidence = new SetEvidence(file, sets, kind, rejectedFor);
            List<Problem> said = by.despiteErrors()
                    .explain(set, new ReceivedBytes(file, ""), evidence)
                    .problems();
            List<Problem> errors = Stream.concat(
                            rejectedFor.stream(), said.stream().filter(Problem::isError))
                    .distinct()
                    .toList();
            said.stream()
                    .filter(problem -> !problem.isError())
                    .forEach(warning -> kind.warnings.add(
                            warning.code().name(),
                            warning.message(),
                            sets,
                            new Sighting(file, warning.place().segment(), "")));
            evidence.end(errors.isEmpty());
            String shape = Hierarchy.shape(set.root());
            if (!shape.isEmpty()) {
                kind.shapes.add(shape, shape, sets, Sighting.of(file, set.header()));
            }
            new Candidates(file, sets, kind, evidence).look(set);
            new OpenQuantities(file, sets, kind, evidence).look(set.root());
            return errors;
        }

        @Override
        public void problem(Problem problem) {
            // The summary has them.
        }
    }
}
