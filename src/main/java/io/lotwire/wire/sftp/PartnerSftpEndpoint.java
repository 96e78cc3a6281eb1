package io.lotwire.wire.sftp;

import io.lotwire.ledger.Ledger;
import io.lotwire.wire.PartnerEndpoint;
import io.lotwire.wire.PickUp;
import io.lotwire.wire.PollSchedule;
import io.lotwire.wire.ScheduledPolls;
import java.time.Clock;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.component.file.GenericFileProducer;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpConsumer;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.support.ScheduledPollConsumer;

/** A directory on a partner's SFTP server. */
final class PartnerSftpEndpoint extends SftpEndpoint implements PartnerEndpoint {
    private final String partner;
    private final SftpWire wire;
    private final Ledger ledger;

    PartnerSftpEndpoint(
            String uri,
            PartnerSftpComponent component,
            SftpConfiguration configuration,
            String partner,
            SftpWire wire,
            Ledger ledger) {
        super(uri, component, configuration);
        this.partner = partner;
        this.wire = wire;
        this.ledger = ledger;
    }

    @Override
    public String partner() {
        return partner;
    }

    @Override
    public PartnerSftpOperations createRemoteFileOperations() {
        PartnerSftpOperations operations =
                new PartnerSftpOperations(new TimedConnection(partner, wire.deadline()), wire);
        operations.setEndpoint(this);
        return operations;
    }

    @Override
    protected SftpConsumer buildConsumer(Processor processor) {
        return new PickUpConsumer(
                this, processor, createRemoteFileOperations(), createGenericFileStrategy(), partner, ledger);
    }

    @Override
    protected GenericFileProducer<SftpRemoteFile> buildProducer() {
        return new DropOffProducer(
                this, createRemoteFileOperations(), wire.dropOff().ifExists());
    }

    /** Camel sets its own scheduler and strategy here, so ours come after them. */
    @Override
    protected void configureConsumer(Consumer consumer) throws Exception {
        super.configureConsumer(consumer);
        PollSchedule schedule = wire.pickUps().stream()
                .filter(pickUp -> pickUp.directory().equals(getConfiguration().getDirectory()))
                .map(PickUp::schedule)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The profile '" + partner + "' fetches nothing from '"
                        + getConfiguration().getDirectory() + "'"));
        ScheduledPolls polls = new ScheduledPolls(schedule, Clock.systemUTC());
        ScheduledPollConsumer polling = (ScheduledPollConsumer) consumer;
        polling.setScheduler(polls);
        polling.setPollStrategy(new RestAfterFailure(polls));
    }
}
