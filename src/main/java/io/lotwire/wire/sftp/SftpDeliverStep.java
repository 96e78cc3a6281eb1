package io.lotwire.wire.sftp;

import io.lotwire.wire.Deliveries;
import io.lotwire.wire.ExchangeNames;
import io.lotwire.wire.Outgoing;
import io.lotwire.wire.Sending;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Handler;

/** What came of a file that was put on a partner's SFTP server. */
@Named("deliverSftp")
@ApplicationScoped
public class SftpDeliverStep {
    private final Deliveries deliveries;

    SftpDeliverStep(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** The file stands under its own name on the partner's server. */
    @Handler
    public void sent(
            @ExchangeProperty(ExchangeNames.SENDING) Sending sending,
            @ExchangeProperty(ExchangeNames.OUTGOING) Outgoing delivery,
            Exchange exchange) {
        String name = exchange.getMessage().getHeader(Exchange.FILE_NAME_PRODUCED, String.class);
        sending.confirm(delivery.id(), Deliveries.inPlace(name));
        deliveries.settleSome(sending);
    }
}
