package io.lotwire.wire.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;

/** The bytes of a JMS message. */
public final class JmsContent {
    private final Message message;

    JmsContent(Message message) {
        this.message = message;
    }

    /**
     * The bytes: those of a BytesMessage, or the text of a TextMessage in UTF-8. Of any other kind those that the broker
     * carried; a Java object in them is not made, for making one can run code.
     */
    InputStream open() throws JMSException {
        if (message instanceof BytesMessage bytes) {
            bytes.reset();
            return new Reading(bytes);
        }
        if (message instanceof TextMessage text) {
            String all = text.getText();
            return new ByteArrayInputStream((all == null ? "" : all).getBytes(StandardCharsets.UTF_8));
        }
        if (message instanceof ActiveMQMessage carried) {
            ActiveMQBuffer body = carried.getCoreMessage().getReadOnlyBodyBuffer();
            byte[] raw = new byte[body.readableBytes()];
            body.readBytes(raw);
            return new ByteArrayInputStream(raw);
        }
        return InputStream.nullInputStream();
    }

    /** Why the bytes are no document; empty when they may be one. */
    Optional<String> whyNotReadable() {
        if (message instanceof BytesMessage || message instanceof TextMessage) {
            return Optional.empty();
        }
        String kind = message.getClass().getSimpleName().replace("ActiveMQ", "");
        return Optional.of("The JMS message is a " + kind + ", but only text and bytes can be read: ask its sender for"
                + " a TextMessage or a BytesMessage. What the broker carried is kept.");
    }

    /** Reads a message piece by piece: a large one is not held in memory. */
    private static final class Reading extends InputStream {
        private final BytesMessage message;

        Reading(BytesMessage message) {
            this.message = message;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                byte[] piece = offset == 0 ? buffer : new byte[length];
                int count = message.readBytes(piece, length);
                if (count > 0 && offset > 0) {
                    System.arraycopy(piece, 0, buffer, offset, count);
                }
                return count;
            } catch (JMSException e) {
                throw new IOException("The JMS message could not be read", e);
            }
        }
    }
}
