package io.lotwire.traffic;

import io.lotwire.ledger.LedgerTransaction;
import java.time.Duration;
import java.util.List;

/**
 * Documents that a partner was to answer by a 997, 999, 824, CONTRL or APERAK, and has not.
 *
 * @param agreed what was agreed
 * @param count how many
 */
public record Overdue(Agreed agreed, long count) {
    /**
     * That a partner answers what they get.
     *
     * @param partner who, by profile name
     * @param subscription what they get
     * @param within how soon after it was delivered
     */
    public record Agreed(String partner, String subscription, Duration within) {}

    /** Of what was agreed, what is overdue at this moment. */
    static List<Overdue> of(LedgerTransaction tx, List<Agreed> agreed) {
        return agreed.stream()
                .map(each -> new Overdue(
                        each,
                        tx.status()
                                .unanswered(
                                        each.partner(),
                                        each.subscription(),
                                        tx.now().minus(each.within()))))
                .filter(each -> each.count() > 0)
                .toList();
    }
}
