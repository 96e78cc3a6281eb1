package io.lotwire.wire.mailbox;

import io.lotwire.ledger.Archive;
import io.lotwire.ledger.KeptContent;
import io.lotwire.wire.Arrivals;
import io.lotwire.wire.ExchangeNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;

/** Keeps a file of a mailbox: when it returns, its partner may hear yes; when it throws, nothing was taken. */
@Named("receiveMailbox")
@ApplicationScoped
public class MailboxReceiveStep {

    private final Archive archive;
    private final Arrivals arrivals;

    MailboxReceiveStep(Archive archive, Arrivals arrivals) {
        this.archive = archive;
        this.arrivals = arrivals;
    }

    /** Takes a whole file (the body) that the partner in the header has written into their mailbox. */
    @Handler
    public void receive(Exchange exchange) throws IOException {
        String partner = exchange.getMessage().getHeader(ExchangeNames.PARTNER, String.class);
        String fileName = exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, String.class);
        KeptContent content;
        try (InputStream bytes = Files.newInputStream(exchange.getMessage().getBody(Path.class))) {
            content = archive.keep(bytes);
        }
        arrivals.keep(Arrivals.file(partner, "sftp", fileName, content), (tx, inboxId) -> true);
    }
}
