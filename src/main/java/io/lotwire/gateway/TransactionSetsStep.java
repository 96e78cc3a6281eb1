package io.lotwire.gateway;

import io.lotwire.ledger.Archive;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.InboxState;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.SetRow;
import io.lotwire.ledger.SetState;
import io.lotwire.partner.Conventions;
import io.lotwire.partner.Profile;
import io.lotwire.problem.Problem;
import io.lotwire.x12.InterchangeHandler;
import io.lotwire.x12.TransactionSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Handler;
import org.apache.camel.Header;
import org.apache.camel.ProducerTemplate;

/**
 * Reads an inbox row's interchange again and sends each transaction set that the read step accepted to {@code
 * direct:transaction-set}, one at a time, so that memory holds one set whatever the file's size. A restart goes on with
 * the sets that are not translated yet.
 */
@Named("transactionSets")
@ApplicationScoped
public class TransactionSetsStep {
    private final Ledger ledger;
    private final Archive archive;
    private final RulesInForce rules;
    private final ProducerTemplate camel;

    TransactionSetsStep(Ledger ledger, Archive archive, RulesInForce rules, ProducerTemplate camel) {
        this.ledger = ledger;
        this.archive = archive;
        this.rules = rules;
        this.camel = camel;
    }

    /** Does it for a row that was read; a row that is further already is left alone. */
    @Handler
    public void sendEach(@Header(ExchangeNames.INBOX) long inboxId) throws IOException {
        Optional<InboxRow> row =
                ledger.inTransaction(tx -> tx.inbox().find(inboxId)).filter(found -> found.state() == InboxState.READ);
        if (row.isEmpty()) {
            return;
        }
        Map<Integer, SetRow> accepted = accepted(inboxId);
        Optional<Profile> partner = rules.profiles().byName(row.get().partner());
        boolean wholeFile = partner.flatMap(
                        profile -> profile.receivesFile(row.get().fileName()))
                .isPresent();
        if (wholeFile) {
            try (InterchangeLog ignored = InterchangeLog.about(inboxId)) {
                accepted.values()
                        .forEach(set -> camel.sendBody(
                                "direct:transaction-set", new SetInHand(row.get(), set, null, rules.now())));
            }
        } else if (!accepted.isEmpty()) {
            try (InterchangeLog ignored = InterchangeLog.about(inboxId);
                    InputStream bytes = archive.open(row.get().content().sha256())) {
                partner.map(Profile::conventions)
                        .orElse(Conventions.STANDARD)
                        .parser()
                        .read(row.get().fileName(), bytes, new Sender(row.get(), accepted));
            }
        }
        ledger.useTransaction(tx -> tx.inbox().claim(inboxId, InboxState.READ).ifPresent(claimed -> tx.inbox()
                .translated(inboxId)));
    }

    private Map<Integer, SetRow> accepted(long inboxId) {
        Map<Integer, SetRow> accepted = new HashMap<>();
        for (SetRow set : ledger.inTransaction(tx -> tx.sets().of(inboxId))) {
            if (set.state() == SetState.ACCEPTED || set.state() == SetState.ACCEPTED_WITH_ERRORS) {
                accepted.put(set.ordinal(), set);
            }
        }
        return accepted;
    }

    private final class Sender implements InterchangeHandler {
        private final InboxRow row;
        private final Map<Integer, SetRow> accepted;
        private int ordinal;

        Sender(InboxRow row, Map<Integer, SetRow> accepted) {
            this.row = row;
            this.accepted = accepted;
        }

        @Override
        public void transactionSet(TransactionSet set) {
            ordinal++;
            SetRow setRow = accepted.get(ordinal);
            if (setRow != null) {
                camel.sendBody("direct:transaction-set", new SetInHand(row, setRow, set, rules.now()));
            }
        }

        @Override
        public void problem(Problem problem) {
            // The read step has written it down.
        }
    }
}
