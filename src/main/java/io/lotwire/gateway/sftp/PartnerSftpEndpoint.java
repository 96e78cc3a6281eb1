package io.lotwire.gateway.sftp;

import io.lotwire.gateway.PartnerEndpoint;
import io.lotwire.partner.PollSchedule;
import io.lotwire.partner.SftpWire;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.Processor;
import org.apache.camel.component.file.GenericFileProducer;
import org.apache.camel.component.file.remote.RemoteFileConsumer;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpRemoteFile;

/** A directory on a partner's SFTP server. */
final class PartnerSftpEndpoint extends SftpEndpoint implements PartnerEndpoint {
    /** How long a server is left alone that could not be asked, where the schedule would ask it sooner. */
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(30);

    private final String partner;
    private final SftpWire wire;

    PartnerSftpEndpoint(
            String uri,
            PartnerSftpComponent component,
            SftpConfiguration configuration,
            String partner,
            SftpWire wire) {
        super(uri, component, configuration);
        this.partner = partner;
        this.wire = wire;
    }

    @Override
    public String partner() {
        return partner;
    }

    @Override
    public RemoteFileOperations<SftpRemoteFile> createRemoteFileOperations() {
        PartnerSftpOperations operations =
                new PartnerSftpOperations(new TimedConnection(partner, wire.deadline()), wire);
        operations.setEndpoint(this);
        return operations;
    }

    @Override
    protected GenericFileProducer<SftpRemoteFile> buildProducer() {
        return new DropOffProducer(
                this, createRemoteFileOperations(), wire.dropOff().ifExists());
    }

    @Override
    protected RemoteFileConsumer<SftpRemoteFile> buildConsumer(Processor processor) {
        RemoteFileConsumer<SftpRemoteFile> consumer = super.buildConsumer(processor);
        PollSchedule schedule = wire.pickUps().stream()
                .filter(pickUp -> pickUp.directory().equals(getConfiguration().getDirectory()))
                .map(SftpWire.PickUp::schedule)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The profile '" + partner + "' fetches nothing from '"
                        + getConfiguration().getDirectory() + "'"));
        consumer.setScheduler(new ScheduledPolls(schedule, Clock.systemUTC()));
        rest(schedule);
        return consumer;
    }

    private void rest(PollSchedule schedule) {
        if (schedule instanceof PollSchedule.Every every && every.pause().compareTo(REST_AFTER_FAILURE) < 0) {
            setBackoffErrorThreshold(1);
            setBackoffMultiplier(
                    (int) (REST_AFTER_FAILURE.toMillis() / every.pause().toMillis()));
        }
    }
}
