package io.lotwire.wire.folder;

import io.lotwire.wire.RootCause;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;
import org.jboss.logging.Logger;

/** Fetches the files of a folder. What fails is said once, and tried at each look; it stops no other file. */
final class FolderConsumer extends ScheduledPollConsumer {
    private static final Logger LOG = Logger.getLogger(FolderConsumer.class);

    private final String partner;
    private final PickUpFolder folder;
    private Map<String, String> said = new HashMap<>();

    FolderConsumer(FolderEndpoint endpoint, Processor processor, String partner, PickUpFolder folder) {
        super(endpoint, processor);
        this.partner = partner;
        this.folder = folder;
    }

    @Override
    protected int poll() {
        Map<String, String> failed = new HashMap<>();
        int taken = 0;
        try {
            for (FoundFile file : folder.whole()) {
                if (!isRunAllowed()) {
                    return taken;
                }
                taken += took(file, failed) ? 1 : 0;
            }
        } catch (IOException unreadable) {
            failed.put(
                    folder.folder().toString(),
                    "Folder " + folder.folder() + " of " + partner + " cannot be read: "
                            + RootCause.sentence(unreadable));
        }
        failed.forEach((what, sentence) -> {
            if (!sentence.equals(said.get(what))) {
                LOG.warn(sentence);
            }
        });
        said = failed;
        return taken;
    }

    private boolean took(FoundFile file, Map<String, String> failed) {
        Exception notKept = folder.isKept(file) ? null : keep(file);
        if (notKept != null) {
            failed.put(
                    file.place(),
                    "File " + file.place() + " of " + partner + " could not be taken: " + RootCause.sentence(notKept));
            return false;
        }
        try {
            folder.finish(file);
            return true;
        } catch (IOException left) {
            failed.put(
                    file.place(),
                    "File " + file.place() + " of " + partner + " is in the inbox, but cannot be archived or deleted: "
                            + RootCause.sentence(left));
            return false;
        }
    }

    /** What failed in the route; null when the file is in the inbox. */
    private Exception keep(FoundFile file) {
        Exchange exchange = createExchange(false);
        try {
            exchange.getMessage().setBody(file);
            getProcessor().process(exchange);
            return exchange.getException();
        } catch (Exception broken) {
            return broken;
        } finally {
            releaseExchange(exchange, false);
        }
    }
}
