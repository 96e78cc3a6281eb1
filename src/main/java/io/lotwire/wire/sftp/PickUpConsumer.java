package io.lotwire.wire.sftp;

import io.lotwire.ledger.Ledger;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileMessage;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.apache.camel.component.file.remote.SftpConsumer;
import org.apache.camel.component.file.remote.SftpRemoteFile;

/**
 * Fetches the files of a directory. Where a done file says that a file is whole, it is removed before the file is moved: a
 * gateway that was killed in between left a file that nothing speaks for any more. The first look finds those by the
 * ledger, and they are taken once more, which has no effect but the move.
 */
final class PickUpConsumer extends SftpConsumer {
    private final String partner;
    private final Ledger ledger;
    private final Set<Left> left = new HashSet<>();
    private boolean looked;

    /** A file as it was left: one that was put there since is another. */
    private record Left(String place, long size, long putAt) {}

    PickUpConsumer(
            PartnerSftpEndpoint endpoint,
            Processor processor,
            PartnerSftpOperations operations,
            GenericFileProcessStrategy<SftpRemoteFile> strategy,
            String partner,
            Ledger ledger) {
        super(endpoint, processor, operations, strategy);
        this.partner = partner;
        this.ledger = ledger;
    }

    @Override
    protected boolean pollDirectory(
            Exchange dynamic, String directory, List<GenericFile<SftpRemoteFile>> found, int depth) {
        boolean more = super.pollDirectory(dynamic, directory, found, depth);
        looked = true;
        return more;
    }

    /** Whether the done file of this file is among those of its directory, or it is one that we left. */
    @Override
    protected boolean isMatched(
            Supplier<GenericFile<SftpRemoteFile>> file, String doneFileName, SftpRemoteFile[] files) {
        return super.isMatched(file, doneFileName, files) || wasLeft(file.get());
    }

    private boolean wasLeft(GenericFile<SftpRemoteFile> file) {
        if (looked && left.isEmpty()) {
            return false;
        }
        GenericFileMessage<SftpRemoteFile> headers =
                new GenericFileMessage<>(getEndpoint().getCamelContext());
        file.populateHeaders(headers, false);
        Left as = new Left(
                headers.getHeader(Exchange.FILE_PATH, String.class), file.getFileLength(), file.getLastModified());
        if (!looked
                && ledger.inTransaction(
                        tx -> tx.pickUps().knows(partner, as.place(), Instant.ofEpochMilli(as.putAt()), as.size()))) {
            left.add(as);
        }
        return left.contains(as);
    }
}
