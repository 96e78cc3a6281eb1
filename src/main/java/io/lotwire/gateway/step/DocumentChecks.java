package io.lotwire.gateway.step;

import io.lotwire.alert.Doubt;
import io.lotwire.desk.Handling;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.rule.Checks;
import io.lotwire.lot.rule.Consequence;
import io.lotwire.lot.rule.LotRules;
import io.lotwire.lot.rule.ShelfLifeMinimum;
import io.lotwire.partner.Profile;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.problem.RepeatedProblems;
import io.lotwire.registry.Asked;
import io.lotwire.registry.Expectation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is asked of the lots of a document, and what follows from the doubts about them, as its sender's profile says. */
final class DocumentChecks {
    /** So many different ones are told. */
    private static final int MOST_TOLD = 500;

    /** So many of a document that is kept back are held for alerts. */
    private static final int MOST_DOUBTS = 10_000;

    private final AcceptedDocument document;
    private final Checks checks;
    private final LotRules rules;
    private final List<Profile> customers;

    DocumentChecks(AcceptedDocument document) {
        this.document = document;
        this.checks = document.agreement().sender().map(Profile::checks).orElse(Checks.USUAL);
        this.rules = document.agreement().us().map(Profile::lots).orElse(LotRules.NONE);
        this.customers = document.agreement().rules().profiles().partners().stream()
                .filter(partner -> !partner.checks().minimum().equals(ShelfLifeMinimum.NONE))
                .toList();
    }

    /**
     * What is asked of its lots.
     *
     * @param first one of its events
     */
    Asked asked(LotEvent first) {
        String sender = document.agreement().sender().map(Profile::name).orElse("");
        boolean assigns = rules.assignedBy().isEmpty() || rules.assignedBy().contains(sender);
        return new Asked(expectation(first), rules, assigns, this::minimum);
    }

    /** Goods that a partner keeps for us and ships to others were ours before, so their lots should be known. */
    private Expectation expectation(LotEvent event) {
        boolean leavesUs = event.shipTo() != null
                && document.handling() instanceof Handling.ByMapping by
                && by.mapping().ownGoods()
                && document.agreement()
                        .us()
                        .map(Profile::identity)
                        .filter(us -> us.isThatOf(event.shipTo()))
                        .isEmpty();
        return leavesUs || checks.asksFor(IssueCode.LOT_UNKNOWN) ? Expectation.KNOWN : Expectation.MAY_BE_NEW;
    }

    private ShelfLifeMinimum minimum(LotEvent event) {
        return customers.stream()
                .filter(customer -> customer.identity().isThatOf(event.shipTo()))
                .map(customer -> customer.checks().minimum())
                .findFirst()
                .orElse(ShelfLifeMinimum.NONE);
    }

    /** Whether the document may have to wait for a person. */
    boolean mayPark() {
        return checks.parks();
    }

    /** Gathers what follows from the doubts that were found. */
    final class Following {
        private final RepeatedProblems parking = new RepeatedProblems(MOST_TOLD);
        private final RepeatedProblems warnings = new RepeatedProblems(MOST_TOLD);
        private final Set<Doubt> doubts = new LinkedHashSet<>();

        /** Takes an event as its sender states it and as it is complete. */
        void take(LotEvent stated, LotEvent complete) {
            if (complete.issues().size() > stated.issues().size()) {
                complete.issues()
                        .subList(stated.issues().size(), complete.issues().size())
                        .forEach(this::take);
                if (mayPark() && doubts.size() < MOST_DOUBTS) {
                    doubts.addAll(Doubt.of(complete));
                }
            }
        }

        private void take(Issue issue) {
            Consequence consequence = checks.of(issue.code());
            if (consequence == Consequence.PARK) {
                parking.add(Problem.error(issue.code(), place(), issue.message()));
            } else if (consequence == Consequence.WARN || consequence == Consequence.STOP) {
                warnings.add(Problem.warning(issue.code(), place(), issue.message()));
            }
        }

        /** Why the document waits for a person; empty when it does not. */
        List<Problem> parking() {
            return parking.once();
        }

        /** Of a document that may have to wait all that were found, whatever follows from them. */
        List<Doubt> doubts() {
            return List.copyOf(doubts);
        }

        /** What the log tells. */
        List<Problem> warnings() {
            return warnings.once();
        }

        private Place place() {
            return new Place(document.inbox().fileName(), "", "", document.controlNumber(), 0, "", 0, 0, 0, -1);
        }
    }

    /** What follows, with nothing taken yet. */
    Following following() {
        return new Following();
    }
}
