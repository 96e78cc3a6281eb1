package io.lotwire.as2.http;

import io.lotwire.as2.bytes.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** A body as the client takes it. Its content type is among the headers of the message. */
final class ContentEntity extends AbstractHttpEntity {
    private final Content content;

    ContentEntity(Content content) {
        super((String) null, null);
        this.content = content;
    }

    @Override
    public long getContentLength() {
        return content.size();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        content.writeTo(out);
    }

    @Override
    public InputStream getContent() throws IOException {
        return content.open();
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public void close() {
        // Nothing is open between two readings.
    }
}
