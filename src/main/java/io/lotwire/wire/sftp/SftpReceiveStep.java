package io.lotwire.wire.sftp;

import io.lotwire.ledger.Archive;
import io.lotwire.ledger.KeptContent;
import io.lotwire.wire.Arrivals;
import io.lotwire.wire.ExchangeNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.apache.camel.InvalidPayloadException;

/** Keeps a file from a partner's SFTP server: when it returns, the file may be moved; when it throws, nothing was taken. */
@Named("receiveSftp")
@ApplicationScoped
public class SftpReceiveStep {

    private final Archive archive;
    private final Arrivals arrivals;

    SftpReceiveStep(Archive archive, Arrivals arrivals) {
        this.archive = archive;
        this.arrivals = arrivals;
    }

    /** Takes a whole file (the body, as a stream) that was fetched from the server of the partner in the header. */
    @Handler
    public void receive(Exchange exchange) throws IOException {
        String partner = exchange.getMessage().getHeader(ExchangeNames.PARTNER, String.class);
        String fileName = exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, String.class);
        String place = exchange.getMessage().getHeader(Exchange.FILE_PATH, String.class);
        long length = exchange.getMessage().getHeader(Exchange.FILE_LENGTH, Long.class);
        Instant putAt = Instant.ofEpochMilli(exchange.getMessage().getHeader(Exchange.FILE_LAST_MODIFIED, Long.class));
        KeptContent content;
        try (InputStream bytes = exchange.getMessage().getMandatoryBody(InputStream.class)) {
            content = archive.keep(bytes);
        } catch (InvalidPayloadException noBytes) {
            throw new IOException("The file " + fileName + " could not be read from the server", noBytes);
        }
        if (content.size() != length) {
            throw new IOException("The file " + fileName + " has " + content.size() + " bytes, but its server said "
                    + length + ": it was cut short or is still written");
        }
        arrivals.keep(Arrivals.file(partner, "sftp", fileName, content), (tx, inboxId) -> tx.pickUps()
                .found(inboxId, place, putAt));
    }
}
