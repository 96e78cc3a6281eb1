package io.lotwire.wire.sftp;

import io.lotwire.wire.ScheduledPolls;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.component.file.remote.RemoteFilePollingConsumerPollStrategy;

/** Tells the schedule of a directory whether its server could be asked. */
final class RestAfterFailure extends RemoteFilePollingConsumerPollStrategy {
    private final ScheduledPolls polls;

    RestAfterFailure(ScheduledPolls polls) {
        this.polls = polls;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        polls.answered();
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) throws Exception {
        polls.failed();
        return super.rollback(consumer, endpoint, retryCounter, cause);
    }
}
