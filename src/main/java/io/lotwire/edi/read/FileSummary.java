package io.lotwire.edi.read;

import io.lotwire.edi.acknowledgement.Acknowledgements;
import io.lotwire.edi.acknowledgement.ApplicationAdvice;
import io.lotwire.edi.acknowledgement.GroupAcknowledgement;
import io.lotwire.edi.acknowledgement.TextMessage;
import io.lotwire.edi.envelope.GroupSummary;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.envelope.InterchangeSummary;
import io.lotwire.edi.envelope.SetSummary;
import io.lotwire.edi.fault.Finding;
import io.lotwire.edi.fault.Verdict;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A file of interchanges after its last byte: of each interchange its summary, never its data. Only now is it known which
 * transaction sets may be acted on, for a trailer can reject what came before it.
 *
 * @param interchanges the interchanges in order
 * @param problems what is wrong outside any interchange
 */
public record FileSummary(List<InterchangeInFile> interchanges, List<Problem> problems) {
    public FileSummary {
        interchanges = List.copyOf(interchanges);
        problems = List.copyOf(problems);
    }

    /**
     * An interchange of the file.
     *
     * @param summary the interchange after its last segment
     * @param setsBefore how many transaction sets the file has before it
     * @param acknowledgements what its 997s and 999s say
     * @param advice what its 824s and APERAKs say, by their position in the file, from 1
     * @param texts what its 864s say, by their position in the file, from 1
     */
    public record InterchangeInFile(
            InterchangeSummary summary,
            int setsBefore,
            List<GroupAcknowledgement> acknowledgements,
            Map<Integer, List<ApplicationAdvice>> advice,
            Map<Integer, TextMessage> texts) {
        public InterchangeInFile {
            acknowledgements = List.copyOf(acknowledgements);
            advice = Map.copyOf(advice);
            texts = Map.copyOf(texts);
        }
    }

    /**
     * Reads a file to its end.
     *
     * @param name its name, for the places of problems
     * @param bytes its bytes; the caller closes them
     * @param parser reads it, by the standard or as partners' guides narrow it
     * @throws IOException when they cannot be read
     */
    public static FileSummary read(String name, InputStream bytes, X12Parser parser) throws IOException {
        return read(name, bytes, parser, set -> Optional.empty());
    }

    /**
     * Reads a file to its end.
     *
     * @param more finds what else is wrong with a set, by what its receiver makes of it
     * @throws IOException when it cannot be read
     */
    public static FileSummary read(
            String name, InputStream bytes, X12Parser parser, Function<TransactionSet, Optional<Finding>> more)
            throws IOException {
        Collector collector = new Collector(more);
        parser.read(name, bytes, collector);
        return new FileSummary(collector.interchanges, collector.problems);
    }

    /** The same file with its interchanges as the agreements with their senders judge them. */
    public FileSummary judged(UnaryOperator<InterchangeSummary> agreements) {
        return new FileSummary(
                interchanges.stream()
                        .map(each -> new InterchangeInFile(
                                agreements.apply(each.summary()),
                                each.setsBefore(),
                                each.acknowledgements(),
                                each.advice(),
                                each.texts()))
                        .toList(),
                problems);
    }

    /** The positions in the file, from 1, of the transaction sets that may be acted on. */
    public BitSet acceptedSets() {
        BitSet accepted = new BitSet();
        for (InterchangeInFile interchange : interchanges) {
            int position = interchange.setsBefore();
            boolean whole = interchange.summary().verdict() != Verdict.REJECTED;
            for (GroupSummary group : interchange.summary().groups()) {
                boolean groupWhole = whole && Verdict.of(group.problems()) != Verdict.REJECTED;
                for (SetSummary set : group.sets()) {
                    position++;
                    accepted.set(position, groupWhole && set.verdict() != Verdict.REJECTED);
                }
            }
        }
        return accepted;
    }

    /**
     * Why the other transaction sets may not be acted on, by their positions in the file, from 1: the errors of each, of its group
     * and of its interchange.
     */
    public Map<Integer, List<Problem>> rejectedSets() {
        Map<Integer, List<Problem>> rejected = new HashMap<>();
        for (InterchangeInFile interchange : interchanges) {
            int position = interchange.setsBefore();
            for (GroupSummary group : interchange.summary().groups()) {
                for (SetSummary set : group.sets()) {
                    position++;
                    List<Problem> errors = Stream.of(
                                    set.problems(),
                                    group.problems(),
                                    interchange.summary().problems())
                            .flatMap(List::stream)
                            .filter(Problem::isError)
                            .toList();
                    if (!errors.isEmpty()) {
                        rejected.put(position, errors);
                    }
                }
            }
        }
        return rejected;
    }

    /** Everything that is wrong, in the order of the file as far as that is known. */
    public List<Problem> allProblems() {
        List<Problem> all = new ArrayList<>();
        for (InterchangeInFile interchange : interchanges) {
            for (GroupSummary group : interchange.summary().groups()) {
                group.sets().forEach(set -> all.addAll(set.problems()));
                all.addAll(group.problems());
            }
            all.addAll(interchange.summary().problems());
        }
        all.addAll(problems);
        all.sort(Comparator.comparingLong(problem -> problem.place().offset()));
        return all;
    }

    private static final class Collector implements InterchangeHandler {
        private final List<InterchangeInFile> interchanges = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final List<GroupAcknowledgement> acknowledgements = new ArrayList<>();
        private final Map<Integer, List<ApplicationAdvice>> advice = new HashMap<>();
        private final Map<Integer, TextMessage> texts = new HashMap<>();
        private final Function<TransactionSet, Optional<Finding>> more;
        private final Map<Integer, Finding> found = new HashMap<>();
        private int sets;
        private int setsBefore;

        Collector(Function<TransactionSet, Optional<Finding>> more) {
            this.more = more;
        }

        @Override
        public void interchangeBegins(InterchangeHeader interchange) {
            setsBefore = sets;
            found.clear();
            acknowledgements.clear();
            advice.clear();
            texts.clear();
        }

        @Override
        public void transactionSet(TransactionSet set) {
            sets++;
            more.apply(set).ifPresent(finding -> found.put(sets, finding));
            Acknowledgements.read(set).ifPresent(acknowledgements::add);
            List<ApplicationAdvice> said = ApplicationAdvice.read(set);
            if (!said.isEmpty()) {
                advice.put(sets, said);
            }
            TextMessage.read(set).ifPresent(text -> texts.put(sets, text));
        }

        @Override
        public void interchangeEnds(InterchangeSummary interchange) {
            interchanges.add(
                    new InterchangeInFile(withFound(interchange), setsBefore, acknowledgements, advice, texts));
        }

        private InterchangeSummary withFound(InterchangeSummary interchange) {
            if (found.isEmpty()) {
                return interchange;
            }
            List<GroupSummary> groups = new ArrayList<>();
            int position = setsBefore;
            for (GroupSummary group : interchange.groups()) {
                List<SetSummary> all = new ArrayList<>();
                for (SetSummary set : group.sets()) {
                    position++;
                    List<Finding> findings = new ArrayList<>(set.findings());
                    findings.addAll(
                            Optional.ofNullable(found.get(position)).stream().toList());
                    all.add(set.with(findings));
                }
                groups.add(new GroupSummary(group.header(), group.stated(), all, group.problems()));
            }
            return new InterchangeSummary(
                    interchange.header(), groups, interchange.acknowledgements(), interchange.problems());
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
        }
    }
}
