package io.lotwire.as2;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the documents of a message into files of their own. */
final class PayloadFiles {
    private PayloadFiles() {}

    /** One document, or the parts of a multipart/related or multipart/mixed (RFC 6362), first one first. */
    static List<ReceivedPayload> write(MimePart content, As2Limits limits, Path folder)
            throws IOException, RefusalException {
        String type = content.contentType().main();
        boolean several = type.equals("multipart/related") || type.equals("multipart/mixed");
        List<MimePart> parts =
                several ? Multipart.split(content, limits.parts(), limits.headerBytes()) : List.of(content);
        List<ReceivedPayload> payloads = new ArrayList<>();
        for (MimePart part : parts) {
            payloads.add(write(part, folder.resolve("payload-" + (payloads.size() + 1))));
        }
        return payloads;
    }

    private static ReceivedPayload write(MimePart part, Path file) throws IOException, RefusalException {
        try (InputStream in = part.openDecoded();
                OutputStream out = SpoolOutput.create(file)) {
            in.transferTo(out);
        }
        String contentType = part.headers().first("Content-Type");
        return new ReceivedPayload(
                file,
                Files.size(file),
                contentType.isEmpty() ? "application/octet-stream" : contentType,
                fileName(part));
    }

    private static String fileName(MimePart part) {
        String stated =
                HeaderValue.parse(part.headers().first("Content-Disposition")).parameter("filename");
        return FileNames.sanitised(stated.isEmpty() ? part.contentType().parameter("name") : stated);
    }
}
