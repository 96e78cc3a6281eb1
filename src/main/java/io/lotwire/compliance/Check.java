package io.lotwire.compliance;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.partner.Completeness;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which key data elements the documents of a selection lack, and a score by partner and kind of document. */
public final class Check {
    private final KeyDataRules rules;
    private final List<Waiver> waivers;
    private final Map<Key, Score> scores = new HashMap<>();

    /**
     * @param rules what is asked for
     * @param waivers those that hold
     */
    public Check(KeyDataRules rules, List<Waiver> waivers) {
        this.rules = rules;
        this.waivers = List.copyOf(waivers);
    }

    /** Hears what is missing. */
    public interface Listener {
        /** An element that a statement lacks, and the waiver that holds for it, where one does. */
        void missing(Statement statement, MissingElement missing, Optional<Waiver> waiver) throws IOException;
    }

    /**
     * How complete documents are.
     *
     * @param partner whose they are
     * @param document of which kind, such as {@code 856}
     * @param events critical tracking events in them
     * @param wanted key data elements that these are to tell
     * @param missing those that they lack
     * @param waived those that they lack, and somebody answers for; none of the missing
     */
    public record Score(String partner, String document, long events, long wanted, long missing, long waived) {
        private static final int WHOLE = 100;

        private Score with(long moreWanted, long moreMissing, long moreWaived) {
            return new Score(
                    partner, document, events + 1, wanted + moreWanted, missing + moreMissing, waived + moreWaived);
        }

        /** So many of a hundred are not missing, rounded down: 100 says that none is. */
        public int percent() {
            return wanted == 0 ? WHOLE : (int) ((wanted - missing) * WHOLE / wanted);
        }
    }

    private record Key(String partner, String document) {}

    /**
     * Checks the events of a selection by the waivers that hold today.
     *
     * @param transaction its first work
     * @param rule what asks for them
     * @param terms what profiles say
     * @param report hears it all, and is not closed
     * @return the scores, the worst first; none when no event that was asked for is a critical tracking event
     */
    public static List<Score> report(
            LedgerTransaction transaction,
            Completeness.Rule rule,
            Selection selection,
            Terms terms,
            LocalDate today,
            CheckReport report)
            throws IOException {
        Statements statements = new Statements(transaction, selection, terms);
        Check check = new Check(KeyDataRules.of(rule), new Waivers(transaction).on(today));
        check.run(statements, report);
        List<Score> scores = check.scores();
        report.scores(scores);
        return scores;
    }

    /** Goes through statements; each of what they lack is heard of at once. */
    public void run(Statements statements, Listener listener) throws IOException {
        statements.forEach(statement -> check(statement, listener));
    }

    /** The scores, the worst first. */
    public List<Score> scores() {
        return scores.values().stream()
                .sorted(Comparator.comparing(Score::percent)
                        .thenComparing(Score::partner)
                        .thenComparing(Score::document))
                .toList();
    }

    private void check(Statement statement, Listener listener) throws IOException {
        if (rules.of(statement.kind()).isEmpty()) {
            return;
        }
        String partner = statement.event().source().partner();
        long missing = 0;
        long waived = 0;
        for (MissingElement each : rules.missingIn(statement)) {
            Optional<Waiver> waiver = waivers.stream()
                    .filter(one -> one.holdsFor(statement.kind(), each.element(), partner))
                    .findFirst();
            listener.missing(statement, each, waiver);
            waived += waiver.isPresent() ? 1 : 0;
            missing += waiver.isPresent() ? 0 : 1;
        }
        Key key = new Key(partner, statement.event().source().document());
        Score before = scores.getOrDefault(key, new Score(key.partner(), key.document(), 0, 0, 0, 0));
        scores.put(key, before.with(rules.wantedOf(statement), missing, waived));
    }
}
