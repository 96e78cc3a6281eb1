package io.lotwire.journey;

import io.lotwire.as2.OutgoingMessage;
import io.lotwire.as2.OutgoingPayload;
import io.lotwire.as2.bytes.Content;
import io.lotwire.as2.keys.As2Exception;
import io.lotwire.demo.As2Station;
import io.lotwire.demo.Companies;
import io.lotwire.demo.DemoDocuments;
import io.lotwire.demo.SftpWarehouse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** The partners of the repository's profiles, each with its real server, and what they write. */
final class Partners implements AutoCloseable {
    /** The day on which they write, so that their documents are the same each time. */
    private static final Clock DAY = Clock.fixed(Instant.parse("2026-03-04T14:30:00Z"), ZoneOffset.UTC);

    private final Companies companies;

    private Partners(Companies companies) {
        this.companies = companies;
    }

    /** Starts them; their keys, and ours, go into the gateway's data folder. */
    static Partners start(Path data) throws IOException {
        return new Partners(Companies.start(data, Clock.systemUTC()));
    }

    /** What the gateway's profiles want to know of them. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("GREEN_VALLEY_AS2_URL", farm().url().toString());
        environment.put("FAIRWAY_AS2_URL", retailer().url().toString());
        environment.put("HARBOR_SFTP_HOST", "127.0.0.1");
        environment.put("HARBOR_SFTP_PORT", Integer.toString(warehouse().port()));
        environment.put("HARBOR_SFTP_USER", Companies.SFTP_USER);
        return environment;
    }

    /** The same, with another address for the retailer. */
    Map<String, String> environment(URI retailer) {
        Map<String, String> environment = environment();
        environment.put("FAIRWAY_AS2_URL", retailer.toString());
        return environment;
    }

    As2Station farm() {
        return companies.farm();
    }

    As2Station retailer() {
        return companies.retailer();
    }

    SftpWarehouse warehouse() {
        return companies.warehouse();
    }

    /** The documents of one day; each number has control numbers, lots and pallets of its own. */
    static DemoDocuments documents(int number) {
        return new DemoDocuments(number, DAY);
    }

    /** A message of a partner with this document, made and not sent. */
    OutgoingMessage message(As2Station from, byte[] document) throws IOException, As2Exception {
        return message(from, "letter.edi", document);
    }

    /** The same, with the document as a file of this name. */
    OutgoingMessage message(As2Station from, String fileName, byte[] document) throws IOException, As2Exception {
        return from.prepare(payload(fileName, document));
    }

    /** A message of a partner under a given Message-ID. */
    OutgoingMessage message(As2Station from, byte[] document, String messageId) throws IOException, As2Exception {
        return from.prepare(payload("letter.edi", document), messageId);
    }

    private OutgoingPayload payload(String fileName, byte[] document) throws IOException {
        return new OutgoingPayload(Content.of(document), "application/edi-x12", fileName);
    }

    @Override
    public void close() {
        companies.close();
    }
}
