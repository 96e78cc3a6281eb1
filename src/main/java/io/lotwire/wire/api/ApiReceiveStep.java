package io.lotwire.wire.api;

import io.lotwire.ledger.Archive;
import io.lotwire.ledger.Arrival;
import io.lotwire.ledger.KeptContent;
import io.lotwire.ledger.Ledger;
import io.lotwire.ledger.Receipt;
import io.lotwire.wire.Arrivals;
import io.lotwire.wire.Intake;
import io.lotwire.wire.Turns;
import io.lotwire.wire.Wakes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;

/** Keeps what a program posts: when it returns, the program may hear yes; when it throws, nothing was taken. */
@Named("receiveApi")
@ApplicationScoped
public class ApiReceiveStep {
    private final Ledger ledger;
    private final Archive archive;
    private final Intake intake;
    private final Turns turns;
    private final Wakes wakes;

    ApiReceiveStep(Ledger ledger, Archive archive, Intake intake, Turns turns, Wakes wakes) {
        this.ledger = ledger;
        this.archive = archive;
        this.intake = intake;
        this.turns = turns;
        this.wakes = wakes;
    }

    /** Takes a document (a {@link Posted}), which is known by its content when it comes again; leaves its {@link Receipt}. */
    @Handler
    public void receive(Exchange exchange) throws IOException {
        intake.require();
        Posted posted = exchange.getMessage().getBody(Posted.class);
        KeptContent content = archive.keep(posted.bytes());
        Arrival arrival = new Arrival(
                posted.partner(),
                ApiKind.WORD,
                posted.kind().document() + " " + content.sha256(),
                posted.fileName(),
                content,
                Optional.empty());
        Receipt outcome;
        try (Turns.Turn waited = turns.answer()) {
            outcome = ledger.receive(arrival);
        }
        wakes.file(posted.partner(), content);
        Arrivals.say(outcome, "Posted " + posted.kind().document() + " from " + posted.partner());
        exchange.getMessage().setBody(outcome);
    }
}
