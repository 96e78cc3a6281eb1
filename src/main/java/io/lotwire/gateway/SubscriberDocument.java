package io.lotwire.gateway;

import io.lotwire.document.EpcisDocument;
import io.lotwire.document.LotCsv;
import io.lotwire.document.LotEventJson;
import io.lotwire.document.LotEventWriter;
import io.lotwire.lot.LotEvent;
import io.lotwire.partner.Subscription.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Lot events in the formats that need no envelope: JSON lines, EPCIS 2.0, CSV. */
final class SubscriberDocument {
    private SubscriberDocument() {}

    /**
     * The document's bytes, in UTF-8.
     *
     * @param format any but an EDI format
     * @param written when it is written, for formats that say so
     */
    static byte[] of(Format format, List<LotEvent> events, Instant written) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (LotEventWriter writer = writer(format, bytes, written)) {
            for (LotEvent event : events) {
                writer.write(event);
            }
        }
        return bytes.toByteArray();
    }

    private static LotEventWriter writer(Format format, ByteArrayOutputStream bytes, Instant written)
            throws IOException {
        return switch (format) {
            case EVENTS -> new LotEventJson(bytes);
            case EPCIS -> new EpcisDocument(bytes, written);
            case LOT_CSV -> new LotCsv(bytes);
            case X12_856 -> throw new IllegalArgumentException("an 856 needs an envelope");
        };
    }
}
