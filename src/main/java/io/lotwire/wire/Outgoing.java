package io.lotwire.wire;

import io.lotwire.ledger.Archive;
import io.lotwire.ledger.KeptContent;
import io.lotwire.ledger.ToSend;
import io.lotwire.ledger.WrittenDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A delivery ready to be sent.
 *
 * @param id its number in the outbox
 * @param inboxId the inbox row that caused it
 * @param partner to whom, by profile name
 * @param content its bytes
 * @param archive where they are, when they are not in memory
 * @param contentType their media type
 * @param fileName the name the partner sees
 * @param messageId the wire's id of the message, the same each time it is sent
 * @param format what it is, such as {@code epcis} or {@code 997}
 * @param document the set that it came from or answers, such as {@code 945}; {@code ""} when it is of no single set
 * @param answers the wire's id of the message that it acknowledges; its own id when it acknowledges none
 * @param travelled whether it was sent before in a form that is kept
 */
public record Outgoing(
        long id,
        long inboxId,
        String partner,
        KeptContent content,
        Archive archive,
        String contentType,
        String fileName,
        String messageId,
        String format,
        String document,
        String answers,
        boolean travelled) {
    private static final int BUFFER_BYTES = 32 * 1024;

    /** A delivery as the ledger gives it. */
    public static Outgoing of(ToSend delivery, Archive archive) {
        WrittenDocument written = delivery.written();
        return new Outgoing(
                delivery.id(),
                delivery.inboxId(),
                delivery.partner(),
                written.content(),
                archive,
                written.contentType(),
                written.fileName(),
                written.messageId(),
                delivery.format(),
                delivery.document(),
                delivery.answers(),
                delivery.travelled());
    }

    /** Its bytes from the first on. */
    public InputStream open() throws IOException {
        return archive.open(content);
    }

    /** Whether a stream holds the same bytes, and no others. */
    public boolean isSameAs(InputStream theirs) throws IOException {
        try (InputStream ours = open()) {
            byte[] wanted = ours.readNBytes(BUFFER_BYTES);
            while (wanted.length > 0) {
                if (!Arrays.equals(wanted, theirs.readNBytes(wanted.length))) {
                    return false;
                }
                wanted = ours.readNBytes(BUFFER_BYTES);
            }
            return theirs.read() < 0;
        }
    }

    /** The file that holds its bytes; empty when they are in memory. */
    public Optional<Path> file() {
        return content.inRow().isPresent() ? Optional.empty() : Optional.of(archive.path(content.sha256()));
    }

    /** Its bytes as Camel's components take them: a file, or an array. */
    public Object body() {
        return file().<Object>map(Path::toFile).orElseGet(() -> content.inRow().orElseThrow());
    }
}
