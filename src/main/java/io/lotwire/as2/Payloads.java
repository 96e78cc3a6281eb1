package io.lotwire.as2;

import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.bytes.Spool;
import io.lotwire.as2.bytes.SpooledOutput;
import io.lotwire.as2.mime.FileNames;
import io.lotwire.as2.mime.HeaderValue;
import io.lotwire.as2.mime.MimePart;
import io.lotwire.as2.mime.Multipart;
import io.lotwire.as2.refusal.As2Limits;
import io.lotwire.as2.refusal.RefusalException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Finds the documents of a message. */
final class Payloads {
    private Payloads() {}

    /**
     * One document, or the parts of a multipart/related or multipart/mixed (RFC 6362), first one first. One without a
     * transfer encoding stays where it is in the message.
     */
    static List<ReceivedPayload> of(MimePart content, As2Limits limits, Spool spool)
            throws IOException, RefusalException {
        String type = content.contentType().main();
        boolean several = type.equals("multipart/related") || type.equals("multipart/mixed");
        List<MimePart> parts =
                several ? Multipart.split(content, limits.parts(), limits.headerBytes()) : List.of(content);
        List<ReceivedPayload> payloads = new ArrayList<>();
        for (MimePart part : parts) {
            String contentType = part.headers().first("Content-Type");
            payloads.add(new ReceivedPayload(
                    part.plain() ? part.body() : decoded(part, spool.output()),
                    contentType.isEmpty() ? "application/octet-stream" : contentType,
                    fileName(part)));
        }
        return payloads;
    }

    private static Content decoded(MimePart part, SpooledOutput to) throws IOException, RefusalException {
        try (to;
                InputStream in = part.openDecoded()) {
            to.writeAll(in);
        }
        return to.content();
    }

    private static String fileName(MimePart part) {
        String stated =
                HeaderValue.parse(part.headers().first("Content-Disposition")).parameter("filename");
        return FileNames.sanitised(stated.isEmpty() ? part.contentType().parameter("name") : stated);
    }
}
