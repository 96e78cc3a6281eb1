package io.lotwire.wire.folder;

import io.lotwire.ledger.Archive;
import io.lotwire.ledger.KeptContent;
import io.lotwire.wire.Arrivals;
import io.lotwire.wire.ExchangeNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;

/** Keeps a file of a folder: when it returns, the file may be moved; when it throws, nothing was taken. */
@Named("receiveFolder")
@ApplicationScoped
public class FolderReceiveStep {
    private final Archive archive;
    private final Arrivals arrivals;

    FolderReceiveStep(Archive archive, Arrivals arrivals) {
        this.archive = archive;
        this.arrivals = arrivals;
    }

    /** Takes a whole file (the body), which the partner in the header has put into a folder. */
    @Handler
    public void receive(Exchange exchange) throws IOException {
        String partner = exchange.getMessage().getHeader(ExchangeNames.PARTNER, String.class);
        FoundFile file = exchange.getMessage().getBody(FoundFile.class);
        KeptContent content;
        try (InputStream bytes = Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS)) {
            content = archive.keep(bytes);
        }
        if (content.size() != file.size() || !FoundFile.at(file.path()).equals(file)) {
            throw new IOException("it is still written");
        }
        arrivals.keep(Arrivals.file(partner, FolderKind.WORD, file.name(), content), (tx, inboxId) -> tx.pickUps()
                .found(inboxId, file.place(), file.putAt()));
    }
}
