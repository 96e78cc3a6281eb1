package io.lotwire.web.door;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Compresses pages for browsers that take them so. Quarkus' own compression would also write a header into what AS2 partners hear. No page
 * repeats a secret beside what was asked for, so its length tells nothing.
 */
@Provider
public class Zipped implements WriterInterceptor {
    @Context
    HttpHeaders request;

    @Override
    public void aroundWriteTo(WriterInterceptorContext answer) throws IOException {
        String taken = request.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
        boolean isPage = answer.getMediaType() != null && answer.getMediaType().isCompatible(MediaType.TEXT_HTML_TYPE);
        if (!isPage || taken == null || !taken.contains("gzip")) {
            answer.proceed();
            return;
        }
        answer.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
        answer.getHeaders().putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        OutputStream plain = answer.getOutputStream();
        GZIPOutputStream zipped = new GZIPOutputStream(plain);
        answer.setOutputStream(zipped);
        try {
            answer.proceed();
        } finally {
            zipped.finish();
            answer.setOutputStream(plain);
        }
    }
}
