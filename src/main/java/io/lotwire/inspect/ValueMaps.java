package io.lotwire.inspect;

import io.lotwire.desk.Agreement;
import io.lotwire.desk.Desk;
import io.lotwire.desk.Handling;
import io.lotwire.desk.Measure;
import io.lotwire.desk.ReceivedBytes;
import io.lotwire.desk.ReceivedInterchanges;
import io.lotwire.desk.Reception;
import io.lotwire.desk.Rulebook;
import io.lotwire.edi.fault.Verdict;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.mapping.Explaining;
import io.lotwire.mapping.Translator;
import io.lotwire.partner.Profile;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Makes {@link ValueMap value maps} by the rules of one moment. */
public final class ValueMaps {
    private final Rulebook rules;

    /**
     * @param rules profiles and mappings, such as those in force
     */
    public ValueMaps(Rulebook rules) {
        this.rules = rules;
    }

    /**
     * Explains the events that the segments of a page state. The document is read from its beginning to the end of the page, and of
     * its sets those that have segments there are translated.
     *
     * @param content the document
     * @param file its name and the SHA-256 of its bytes, which events name as their source
     * @param sender whose profile holds; empty to find the sender by the interchange's own ids
     * @param editions gives for a transaction set, by its position in the file from 1, the mapping that ran
     *     ({@code Mappings.edition}); where it gives none, the mapping of the rules is taken
     * @return empty where values cannot be told from bytes: for documents that are files as a whole, such as JSON and what Smooks
     *     reads
     * @throws IOException when the bytes cannot be read
     */
    public Optional<ValueMap> of(
            Content content,
            ReceivedBytes file,
            Optional<Profile> sender,
            IntFunction<Optional<Translator>> editions,
            SegmentPage page)
            throws IOException {
        List<String> problems = new ArrayList<>();
        Reception reception = new Desk(rules, Measure.DOCUMENT)
                .receive(sender, file.name(), problem -> problems.add(problem.toString()));
        if (!(reception instanceof ReceivedInterchanges interchanges)) {
            return Optional.empty();
        }
        if (page.lines().isEmpty()) {
            return Optional.of(new ValueMap(List.of(), List.of(), List.of(), problems));
        }
        SegmentLine first = page.lines().get(0);
        SegmentLine last = page.lines().get(page.lines().size() - 1);
        Explaining segments = new Explaining(first.number(), last.number());
        LinkTaker links = new LinkTaker();
        try (InputStream stream = content.stream()) {
            EndingStream bytes = new EndingStream(stream);
            interchanges.sets(bytes, position -> true, (set, position, agreement) -> {
                long end = set.header().offset() + set.length();
                boolean isOnPage = set.header().number() <= last.number() && end > first.from();
                if (isOnPage && set.verdict() != Verdict.REJECTED) {
                    links.begin(position);
                    handling(set, agreement, editions.apply(position))
                            .ifPresent(by -> by.explain(set, file, segments, links).problems().stream()
                                    .filter(Problem::isError)
                                    .forEach(problem -> problems.add(problem.toString())));
                }
                if (end >= last.to()) {
                    bytes.end();
                }
            });
        }
        return Optional.of(links.map(problems));
    }

    private static Optional<Handling.ByMapping> handling(
            TransactionSet set, Agreement agreement, Optional<Translator> edition) {
        if (set.group().acknowledges() || agreement.isMessage(set.summary())) {
            return Optional.empty();
        }
        Handling handling = agreement.ofSet(set.syntax(), set.id());
        Optional<Handling.ByMapping> byRules =
                handling instanceof Handling.ByMapping by ? Optional.of(by) : Optional.empty();
        return edition.map(ran ->
                        new Handling.ByMapping(agreement.sender(), byRules.flatMap(Handling.ByMapping::agreed), ran))
                .or(() -> byRules);
    }
}
