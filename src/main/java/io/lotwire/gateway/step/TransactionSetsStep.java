package io.lotwire.gateway.step;

import io.lotwire.desk.Agreement;
import io.lotwire.desk.Desk;
import io.lotwire.desk.Measure;
import io.lotwire.desk.ReceivedInterchanges;
import io.lotwire.desk.Reception;
import io.lotwire.desk.WholeFile;
import io.lotwire.edi.tree.TransactionSet;
import io.lotwire.gateway.rule.Rules;
import io.lotwire.gateway.rule.RulesInForce;
import io.lotwire.ledger.Archive;
import io.lotwire.ledger.InboxRow;
import io.lotwire.ledger.InboxState;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.SetProgress;
import io.lotwire.ledger.SetRow;
import io.lotwire.wire.ExchangeNames;
import io.lotwire.wire.InterchangeLog;
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
import org.jboss.logging.Logger;

/**
 * Reads an inbox row's interchange again and sends each document that the read step accepted to {@code
 * direct:transaction-set}, one at a time, so that memory holds one set whatever the file's size. A restart goes on with
 * the sets that are not translated yet. All of a file's documents are handled by the same rules.
 */
@Named("transactionSets")
@ApplicationScoped
public class TransactionSetsStep {
    private static final Logger LOG = Logger.getLogger(TransactionSetsStep.class);

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
        try (InterchangeLog ignored = InterchangeLog.about(inboxId)) {
            Map<Integer, SetRow> accepted = accepted(inboxId);
            if (!accepted.isEmpty()) {
                sendEach(row.get(), accepted);
            }
        }
        ledger.useTransaction(tx -> tx.inbox().claim(inboxId, InboxState.READ).ifPresent(claimed -> tx.inbox()
                .translated(inboxId)));
    }

    private void sendEach(InboxRow row, Map<Integer, SetRow> accepted) throws IOException {
        Rules now = rules.now();
        Reception reception = new Desk(now, Measure.AGREEMENT)
                .receive(now.profiles().byName(row.partner()), row.fileName(), problem -> LOG.warn(problem.toString()));
        if (reception instanceof WholeFile whole) {
            accepted.values()
                    .forEach(set -> send(new AcceptedDocument.OfFile(row, set, whole.agreement(), whole.handling())));
        } else if (reception instanceof ReceivedInterchanges interchanges) {
            try (InputStream bytes = archive.open(row.content().sha256())) {
                interchanges.sets(
                        bytes,
                        accepted::containsKey,
                        (set, position, agreement) -> send(document(row, accepted.get(position), agreement, set)));
            }
        }
    }

    private static AcceptedDocument document(InboxRow row, SetRow setRow, Agreement agreement, TransactionSet set) {
        return new AcceptedDocument.OfInterchange(row, setRow, agreement, agreement.ofSet(set.syntax(), set.id()), set);
    }

    private void send(AcceptedDocument document) {
        camel.sendBody("direct:transaction-set", document);
    }

    private Map<Integer, SetRow> accepted(long inboxId) {
        Map<Integer, SetRow> accepted = new HashMap<>();
        for (SetRow set : ledger.inTransaction(tx -> tx.sets().of(inboxId))) {
            if (set.progress() instanceof SetProgress.Accepted) {
                accepted.put(set.ordinal(), set);
            }
        }
        return accepted;
    }
}
