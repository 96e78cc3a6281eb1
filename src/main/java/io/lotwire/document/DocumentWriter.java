package io.lotwire.document;

import io.lotwire.lot.LotEvent;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Subscription;
import io.lotwire.partner.Subscription.Format;
import io.lotwire.partner.Tables;
import io.lotwire.partner.X12Address;
import io.lotwire.problem.Problem;
import io.lotwire.x12.Delimiters;
import io.lotwire.x12.Envelope;
import io.lotwire.x12.Written;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes lot events as the document that a subscription asks for. It looks at nothing but what it is given: the same
 * events, profiles, numbers and time give the same bytes.
 */
public final class DocumentWriter {
    /** ISA12 of the interchanges that we write. */
    private static final String VERSION = "00401";

    /** ST02: an interchange of ours has one transaction set. */
    private static final String FIRST_SET = "0001";

    /** Production data (ISA15). */
    private static final String PRODUCTION = "P";

    /**
     * Writes a document.
     *
     * @param events what happened, as we know it; the partner's tables are applied here
     * @param us the gateway's owner
     * @param partner who gets it
     * @param subscription one of the partner's
     * @param written when it is written
     */
    public DocumentOutcome write(
            List<LotEvent> events,
            Profile us,
            Profile partner,
            Subscription subscription,
            DocumentNumbers numbers,
            Instant written) {
        Format format = subscription.send().format();
        Tables.Told told = partner.tables().sent(events, format == Format.X12_856);
        if (told.problems().stream().anyMatch(Problem::isError)) {
            return new DocumentOutcome.Refused(told.problems());
        }
        if (format == Format.X12_856) {
            return shipNotice(told, us, partner, subscription, numbers, written);
        }
        return new DocumentOutcome.Document(withoutEnvelope(format, told.events(), written), told.problems());
    }

    private static DocumentOutcome shipNotice(
            Tables.Told told,
            Profile us,
            Profile partner,
            Subscription subscription,
            DocumentNumbers numbers,
            Instant written) {
        X12Address from = us.identity().x12();
        X12Address to = partner.identity().x12();
        Envelope envelope = new Envelope(
                Delimiters.USUAL,
                VERSION,
                from.qualifier(),
                from.id(),
                to.qualifier(),
                to.id(),
                LocalDateTime.ofInstant(written, ZoneOffset.UTC),
                numbers.interchange(),
                false,
                PRODUCTION,
                true);
        Written outcome = ShipNotice.write(
                told.events(),
                new ShipNoticeAddress(
                        envelope, from.application(), to.application(), numbers.group(), FIRST_SET, numbers.document()),
                style(subscription));
        return outcome instanceof Written.Interchange interchange
                ? new DocumentOutcome.Document(interchange.bytes(), told.problems())
                : new DocumentOutcome.Refused(
                        Stream.concat(told.problems().stream(), ((Written.Refused) outcome).problems().stream())
                                .toList());
    }

    private static ShipNoticeStyle style(Subscription subscription) {
        ShipNoticeStyle usual = ShipNoticeStyle.usual(subscription.send().version());
        return LevelShape.parse(subscription.send().hl())
                .map(shape -> new ShipNoticeStyle(usual.version(), shape, usual.lotPlaces()))
                .orElse(usual);
    }

    private static byte[] withoutEnvelope(Format format, List<LotEvent> events, Instant written) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (LotEventWriter writer = writer(format, bytes, written)) {
            for (LotEvent event : events) {
                writer.write(event);
            }
        } catch (IOException memoryNeverFails) {
            throw new UncheckedIOException(memoryNeverFails);
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
