package io.lotwire.desk;

import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.envelope.InterchangeSummary;
import io.lotwire.edi.fault.Finding;
import io.lotwire.edi.fault.Verdict;
import io.lotwire.edi.read.FileSummary;
import io.lotwire.edi.read.InterchangeHandler;
import io.lotwire.edi.read.X12Parser;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.partner.Conventions;
import io.lotwire.partner.Profile;
import io.lotwire.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * A file of interchanges in X12 or EDIFACT. It is read twice: first to its end, because a trailer can reject what came before it,
 * then for its accepted transaction sets, one in memory at a time.
 */
public final class ReceivedInterchanges implements Reception {
    private final String fileName;
    private final Optional<Profile> sender;
    private final Rulebook rules;
    private final Function<Optional<Profile>, Agreement> agreements;
    private final Map<Optional<Profile>, Agreement> known = new HashMap<>();
    private final X12Parser parser;

    ReceivedInterchanges(
            String fileName,
            Optional<Profile> sender,
            Rulebook rules,
            Function<Optional<Profile>, Agreement> agreements) {
        this.fileName = fileName;
        this.sender = sender;
        this.rules = rules;
        this.agreements = agreements;
        this.parser = sender.map(profile -> profile.conventions().parser())
                .orElseGet(() -> X12Parser.standard().with(header -> rules.profiles()
                        .sender(header)
                        .map(Profile::conventions)
                        .orElse(Conventions.STANDARD)
                        .grammar()));
    }

    /** What was agreed with the sender of an interchange. */
    public Agreement agreement(InterchangeHeader interchange) {
        Optional<Profile> whose = sender.or(() -> rules.profiles().sender(interchange));
        return known.computeIfAbsent(whose, agreements);
    }

    /** Reads by the standard and the guides of the sender: the one that is known, or else the one that each interchange names. */
    public X12Parser parser() {
        return parser;
    }

    /**
     * Reads the file to its end: its interchanges, judged by the agreements with their senders.
     *
     * @throws IOException when it cannot be read
     */
    public FileSummary read(InputStream bytes) throws IOException {
        return FileSummary.read(fileName, bytes, parser, this::numberMissing).judged(this::judge);
    }

    /** What its mapping would refuse the set for, and its sender can be told at once: that it has no number of its own. */
    private Optional<Finding> numberMissing(TransactionSet set) {
        if (set.group().acknowledges() || set.verdict() == Verdict.REJECTED) {
            return Optional.empty();
        }
        Agreement agreement = agreement(set.interchange());
        return !agreement.isMessage(set.summary())
                        && agreement.ofSet(set.syntax(), set.id()) instanceof Handling.ByMapping by
                ? by.translator().numberMissing(set)
                : Optional.empty();
    }

    private InterchangeSummary judge(InterchangeSummary interchange) {
        return agreement(interchange.header()).judge(interchange, fileName);
    }

    /** Takes the transaction sets of a file. */
    @FunctionalInterface
    public interface Taker {
        /**
         * Takes one.
         *
         * @param set the set
         * @param position its position in the file, from 1
         * @param agreement what was agreed with its sender
         */
        void take(TransactionSet set, int position, Agreement agreement);
    }

    /**
     * Reads the file again, for some of its transaction sets.
     *
     * @param wanted tells by their position in the file, from 1, which
     * @throws IOException when it cannot be read
     */
    public void sets(InputStream bytes, IntPredicate wanted, Taker taker) throws IOException {
        parser.read(fileName, bytes, new Wanted(wanted, taker));
    }

    private final class Wanted implements InterchangeHandler {
        private final IntPredicate wanted;
        private final Taker taker;
        private int position;

        Wanted(IntPredicate wanted, Taker taker) {
            this.wanted = wanted;
            this.taker = taker;
        }

        @Override
        public void transactionSet(TransactionSet set) {
            position++;
            if (wanted.test(position)) {
                taker.take(set, position, agreement(set.interchange()));
            }
        }

        @Override
        public void problem(Problem problem) {
            // Told by the first reading.
        }
    }
}
