package io.lotwire.web.page;

import io.lotwire.ledger.Archive;
import io.lotwire.ledger.KeptContent;
import io.lotwire.ledger.Reply;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What partners sent and got, as files: a browser keeps them, and never shows them as a page. */
final class Bytes {
    private static final String TYPE = "application/octet-stream";

    private Bytes() {}

    /**
     * Kept bytes.
     *
     * @param name how the file is called
     */
    static Response of(Archive archive, KeptContent content, String name) throws IOException {
        if (!archive.has(content)) {
            throw new NotFoundException();
        }
        Object body = content.inRow().isPresent()
                ? content.inRow().get()
                : archive.path(content.sha256()).toFile();
        return named(body, name).tag(content.sha256()).build();
    }

    /** What a sender heard: its headers, an empty line and its body. */
    static Response of(Reply reply, String name) {
        StringBuilder headers = new StringBuilder();
        Map<String, String> ordered = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        ordered.putAll(reply.headers());
        ordered.forEach((header, value) ->
                headers.append(header).append(": ").append(value).append("\r\n"));
        byte[] head = headers.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + reply.body().length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(reply.body(), 0, all, head.length, reply.body().length);
        return named(all, name + ".txt").build();
    }

    private static Response.ResponseBuilder named(Object body, String name) {
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "_");
        String whole = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(body, TYPE)
                .header("Content-Disposition", "attachment; filename=\"" + safe + "\"; filename*=UTF-8''" + whole);
    }
}
