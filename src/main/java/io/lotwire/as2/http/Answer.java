package io.lotwire.as2.http;

import io.lotwire.as2.bytes.Octets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

/**
 * What a server answered.
 *
 * @param status the HTTP status
 * @param headers by name, in whatever case
 * @param body its beginning, when it is too large to be an MDN
 */
public record Answer(int status, Map<String, List<String>> headers, Octets body) {
    /** The largest MDN read, in bytes. */
    public static final int MDN_LIMIT = 1024 * 1024;

    /** The first header of a name, {@code ""}: none. */
    public String header(String name) {
        List<String> values = headers.get(name);
        return values == null ? "" : values.get(0);
    }

    static Answer read(ClassicHttpResponse response) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName(), name -> new ArrayList<>(1))
                    .add(header.getValue());
        }
        HttpEntity entity = response.getEntity();
        Octets body =
                entity == null ? Octets.EMPTY : Octets.of(entity.getContent().readNBytes(MDN_LIMIT));
        return new Answer(response.getCode(), Collections.unmodifiableMap(headers), body);
    }
}
