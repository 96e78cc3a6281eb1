package io.lotwire.wire.sftp;

import io.lotwire.wire.DropOff.IfExists;
import io.lotwire.wire.ExchangeNames;
import io.lotwire.wire.NumberedName;
import io.lotwire.wire.Outgoing;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.FileComponent;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.RemoteFile;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.RemoteFileProducer;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.support.DefaultExchange;

/**
 * Puts a file into a partner's directory, and takes care when one of its name is there: one with the same bytes is this
 * very delivery, put there by an attempt whose end we did not hear of.
 */
final class DropOffProducer extends RemoteFileProducer<SftpRemoteFile> {
    private final IfExists ifExists;

    DropOffProducer(PartnerSftpEndpoint endpoint, RemoteFileOperations<SftpRemoteFile> operations, IfExists ifExists) {
        super(endpoint, operations);
        this.ifExists = ifExists;
    }

    /**
     * Camel's own way looks three times whether a file is there; each look lasts as long as the way to the partner and back.
     */
    @Override
    protected void processExchange(Exchange exchange, String target) throws Exception {
        try {
            preWriteCheck(exchange);
            String name = ifExists == IfExists.OVERRIDE ? replaceAny(target, exchange) : putBeside(target, exchange);
            exchange.getMessage().setHeader(Exchange.FILE_NAME_PRODUCED, name);
        } catch (GenericFileOperationFailedException | IOException failed) {
            handleFailedWrite(exchange, failed);
        }
        postWriteCheck(exchange);
    }

    private static Outgoing outgoing(Exchange exchange) {
        return exchange.getProperty(ExchangeNames.OUTGOING, Outgoing.class);
    }

    /** What an attempt before left under the temporary name is written over. */
    private String replaceAny(String target, Exchange exchange) {
        String temporary = createTempFileName(exchange, target);
        writeFile(exchange, temporary);
        server().replace(temporary, target);
        return target;
    }

    /**
     * Another file may come under the name that was found while ours is written: then a name is looked for again. Where ours is
     * there already, an attempt before may have left it under the temporary name, too.
     */
    private String putBeside(String target, Exchange exchange) throws IOException {
        Outgoing delivery = outgoing(exchange);
        String temporary = createTempFileName(exchange, target);
        boolean written = false;
        while (true) {
            Place place = find(target, delivery);
            if (place.taken()) {
                server().deleteFile(temporary);
                return place.name();
            }
            if (!written) {
                writeFile(exchange, temporary);
                written = true;
            }
            if (server().nameUnlessTaken(temporary, place.name())) {
                return place.name();
            }
        }
    }

    private PartnerSftpOperations server() {
        return (PartnerSftpOperations) getOperations();
    }

    /**
     * Where the file goes.
     *
     * @param taken true when it is there already
     */
    private record Place(String name, boolean taken) {}

    private Place find(String target, Outgoing delivery) throws IOException {
        int highest = ifExists == IfExists.NUMBER ? NumberedName.HIGHEST : 1;
        for (int number = 1; number <= highest; number++) {
            String name = NumberedName.of(target, number);
            OptionalLong length = server().length(name);
            if (length.isEmpty()) {
                return new Place(name, false);
            }
            if (length.getAsLong() == delivery.content().size() && isSame(name, delivery)) {
                return new Place(name, true);
            }
        }
        throw new GenericFileOperationFailedException("A file " + target + " with other content is there already"
                + (highest > 1 ? ", and its numbers too" : ""));
    }

    private boolean isSame(String name, Outgoing delivery) throws IOException {
        Exchange fetching = new DefaultExchange(getEndpoint().getCamelContext());
        RemoteFile<SftpRemoteFile> remote = new RemoteFile<>();
        fetching.setProperty(FileComponent.FILE_EXCHANGE_FILE, remote);
        getOperations().retrieveFile(name, fetching, delivery.content().size());
        try (InputStream theirs = new BufferedInputStream((InputStream) remote.getBody())) {
            return delivery.isSameAs(theirs);
        }
    }
}
