package io.lotwire.wire.folder;

import io.lotwire.ledger.Ledger;
import io.lotwire.wire.PartnerEndpoint;
import io.lotwire.wire.PickUp;
import io.lotwire.wire.ScheduledPolls;
import java.time.Clock;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** A folder that we fetch from. */
final class FolderEndpoint extends DefaultEndpoint implements PartnerEndpoint {
    private final String partner;
    private final PickUp pickUp;
    private final Ledger ledger;

    FolderEndpoint(String uri, FolderComponent component, String partner, PickUp pickUp, Ledger ledger) {
        super(uri, component);
        this.partner = partner;
        this.pickUp = pickUp;
        this.ledger = ledger;
    }

    @Override
    public String partner() {
        return partner;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        FolderConsumer consumer = new FolderConsumer(
                this,
                processor,
                partner,
                new PickUpFolder(
                        pickUp,
                        file -> ledger.inTransaction(
                                tx -> tx.pickUps().knows(partner, file.place(), file.putAt(), file.size()))));
        consumer.setScheduler(new ScheduledPolls(pickUp.schedule(), Clock.systemUTC()));
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("Nothing can be sent to folder: the bean deliverFolder puts files.");
    }
}
