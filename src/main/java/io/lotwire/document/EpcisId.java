package io.lotwire.document;

import io.lotwire.digest.Sha256;
import io.lotwire.lot.Certainty;
import io.lotwire.lot.Item;
import io.lotwire.lot.ItemId;
import io.lotwire.lot.Lot;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Party;
import io.lotwire.lot.PartyId;
import io.lotwire.lot.Reference;
import io.lotwire.lot.Sscc;
import io.lotwire.lot.Transformation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/**
 * Identifiers as EPCIS wants them. What has a GS1 key is a GS1 Digital Link URI (GS1 Digital Link: URI Syntax, 4);
 * what has none is a URN of Lotwire's, so that nothing is lost and nothing claims to be a GS1 key that is not.
 */
final class EpcisId {
    private static final String DIGITAL_LINK = "https://id.gs1.org/";

    /** Those of GS1's character set 82 (GS1 General Specifications, 7.11). */
    private static final String MARKS = "!\"%&'()*+,-./:;<=>?_";

    private static final int LONGEST_LOT = 20;

    private EpcisId() {}

    /** The class of an event's goods: this product of this lot. */
    static String ofClass(LotEvent event) {
        Item item = event.item();
        String lot = lot(event.lot());
        if (item.gtin() != null && lot.isEmpty()) {
            return DIGITAL_LINK + "01/" + item.gtin();
        }
        if (item.gtin() != null && isGs1Lot(lot)) {
            return DIGITAL_LINK + "01/" + item.gtin() + "/10/" + encoded(lot);
        }
        String product = item.gtin() == null ? product(event) : "gtin:" + item.gtin();
        return "urn:lotwire:class:" + product + (lot.isEmpty() ? "" : ":lot:" + encoded(lot));
    }

    /** A lot code that GS1 allows: AI 10, up to 20 characters of set 82 (GS1 General Specifications, 3.4.1). */
    private static boolean isGs1Lot(String code) {
        return !code.isEmpty()
                && code.length() <= LONGEST_LOT
                && code.chars().allMatch(c -> isLetterOrDigit(c) || MARKS.indexOf(c) >= 0);
    }

    /** Where a lot is one of several, the class is that of the product: nobody knows of which lot the goods are. */
    private static String lot(Lot lot) {
        boolean isOpen =
                lot == null || (lot.certainty() != null && lot.certainty().kind() == Certainty.Kind.ONE_OF);
        return isOpen ? "" : lot.code();
    }

    /** A number without GTIN means something only to the partner who sent it. */
    private static String product(LotEvent event) {
        if (event.item().ids().isEmpty()) {
            return "statement:" + event.eventId();
        }
        ItemId id = event.item().ids().get(0);
        return encoded(event.source().partner()) + ":" + encoded(id.scheme()) + ":" + encoded(id.value());
    }

    static String of(Sscc sscc) {
        return DIGITAL_LINK + "00/" + sscc;
    }

    /** A party's location; empty when the party has no number. */
    static Optional<String> of(Party party) {
        if (party == null) {
            return Optional.empty();
        }
        if (party.gln() != null) {
            return Optional.of(DIGITAL_LINK + "414/" + party.gln());
        }
        return party.ids().stream().findFirst().map(EpcisId::of);
    }

    private static String of(PartyId id) {
        return "urn:lotwire:party:" + encoded(id.scheme()) + ":" + encoded(id.value());
    }

    /** A business transaction: its number means something only beside the partner who named it. */
    static String of(Reference reference, String partner) {
        return "urn:lotwire:transaction:" + encoded(partner) + ":" + encoded(reference.type()) + ":"
                + encoded(reference.value());
    }

    /** A run of production: its number means something only beside the partner who named it. */
    static String of(Transformation run, String partner) {
        return "urn:lotwire:transformation:" + encoded(partner) + ":" + encoded(run.id());
    }

    /** A stable id of what is made of these statements. */
    static String ofStatements(String kind, List<LotEvent> statements) {
        OfStatements id = new OfStatements(kind);
        statements.forEach(statement -> id.add(statement.eventId()));
        return id.made();
    }

    /** A stable id of what is made of statements: SHA-256 over the ids of the lot events, each on a line. */
    static final class OfStatements {
        private final String kind;
        private final MessageDigest digest = Sha256.digest();
        private boolean begun;

        OfStatements(String kind) {
            this.kind = kind;
        }

        void add(String eventId) {
            if (begun) {
                digest.update((byte) '\n');
            }
            begun = true;
            digest.update(eventId.getBytes(StandardCharsets.UTF_8));
        }

        String made() {
            return "urn:lotwire:" + kind + ":" + Sha256.hex(digest);
        }
    }

    /** Percent-encoded (RFC 3986, 2.1), everything but unreserved characters. */
    private static String encoded(String text) {
        if (text.chars().allMatch(EpcisId::isUnreserved)) {
            return text;
        }
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static boolean isUnreserved(int c) {
        return isLetterOrDigit(c) || "-._~".indexOf(c) >= 0;
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
