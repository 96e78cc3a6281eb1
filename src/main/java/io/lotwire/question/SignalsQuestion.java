package io.lotwire.question;

import io.lotwire.ledger.LedgerTransaction;
import io.lotwire.registry.signal.LotAtRisk;
import io.lotwire.registry.signal.Signals;
import io.lotwire.registry.signal.TroubledLots;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * Whose lots are in trouble more often than chance explains.
 *
 * @param days looks at what happened in so many days up to today
 * @param lateAfter a lot is late that was so many days longer under way
 * @param most names so many lots at risk at most
 */
public record SignalsQuestion(int days, int lateAfter, int most) {
    public static final int USUAL_DAYS = 90;
    public static final int USUALLY_LATE_AFTER = 7;
    public static final int USUALLY_MOST = 50;

    /**
     * What is answered.
     *
     * @param signals who stands out
     * @param atRisk which other lots have that in common
     */
    public record Answer(Signals signals, List<LotAtRisk> atRisk) {
        public Answer {
            atRisk = List.copyOf(atRisk);
        }
    }

    /** Asks. */
    public Answer ask(LedgerTransaction transaction, LocalDate today) {
        TroubledLots lots =
                new TroubledLots(transaction, today.minusDays(days - 1L), today, Duration.ofDays(lateAfter));
        Signals signals = Signals.of(lots.tallies());
        return new Answer(signals, signals.signals().isEmpty() ? List.of() : lots.atRisk(signals.signals(), most));
    }
}
