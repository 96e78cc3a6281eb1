package io.lotwire.lot;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Gives events their ids: SHA-256 over the document's identity and the statement's content, with an ordinal where the
 * document makes the same statement again. Control numbers, mapping versions and doubts are no part of it, so a
 * document sent again gives the same ids, and two equal lines of one document give two.
 *
 * <p>Statements are told apart by 64 bits of their hashes. Should two different ones ever have these in common, the later
 * gets a higher ordinal than it needs, and each still has an id of its own, the same whenever the document is sent.
 */
public final class EventIdentity {
    private static final byte[] HEXADECIMAL = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int HASH_LENGTH = 32;
    private static final int STATEMENT = 512;
    private static final String FIRST = "1";

    private final Canonical document;
    private final Canonical statement = new Canonical(STATEMENT);
    private final Canonical around = new Canonical(STATEMENT / 16);
    private final Canonical surroundings = new Canonical(STATEMENT / 2);
    private final MessageDigest sha256;
    private final byte[] hash = new byte[HASH_LENGTH];
    private final byte[] digits = new byte[2 * HASH_LENGTH];
    private final TimesSaid timesSaid = new TimesSaid();
    private Party lastFrom;
    private Party lastTo;
    private List<Reference> lastReferences;

    /**
     * @param partner who sent the document
     * @param set transaction set or message type, such as {@code 856}
     * @param number the document's own number, such as BSN02
     * @param purpose what the document means to do
     */
    public EventIdentity(String partner, String set, String number, Purpose purpose) {
        this.document =
                new Canonical(STATEMENT / 4).add(partner).add(set).add(number).add(purpose.name());
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** The event with its id. Events are to be given in document order. */
    public LotEvent identify(LotEvent event) {
        state(event);
        sha256(FIRST);
        int ordinal = timesSaid.again(firstBits());
        if (ordinal > 1) {
            sha256(Integer.toString(ordinal));
        }
        return event.withEventId(hexadecimal());
    }

    private void state(LotEvent event) {
        Canonical text = statement.clear().addAll(document).add(event.type().name());
        EventTime time = event.time();
        text.add(time == null ? "" : time.value());
        Item item = event.item();
        text.add(item.gtin() == null ? "" : item.gtin().digits());
        for (ItemId id : item.ids()) {
            text.add(id.scheme()).add(id.value());
        }
        addLot(text, event.lot());
        Quantity quantity = event.quantity();
        if (quantity != null) {
            text.add(plain(quantity.value())).add(quantity.unit()).add(plain(quantity.ordered()));
        }
        LogisticUnit unit = event.unit();
        text.add(unit == null ? "" : unit.sscc().digits())
                .add(unit == null || unit.parent() == null ? "" : unit.parent().digits());
        text.addAll(surroundings(event));
    }

    private static void addLot(Canonical text, Lot lot) {
        if (lot == null) {
            text.add("");
            return;
        }
        text.add(lot.code())
                .add(lot.kind().name())
                .add(lot.expires())
                .add(lot.bestBefore())
                .add(lot.manufactured())
                .add(lot.packed())
                .add(lot.harvested());
    }

    /** Parties and references, which many events of a document share. */
    @SuppressWarnings("ReferenceEquality") // The same objects need not be compared; equal ones are rare.
    private Canonical surroundings(LotEvent event) {
        if (event.references() != lastReferences || event.shipFrom() != lastFrom || event.shipTo() != lastTo) {
            lastReferences = event.references();
            lastFrom = event.shipFrom();
            lastTo = event.shipTo();
            surroundings.clear();
            addParty(surroundings, lastFrom);
            addParty(surroundings, lastTo);
            for (Reference reference : lastReferences) {
                surroundings.add(reference.type()).add(reference.value()).add(reference.date());
            }
        }
        return surroundings;
    }

    private static void addParty(Canonical text, Party party) {
        if (party == null) {
            text.add("");
            return;
        }
        text.add(party.gln() == null ? "" : party.gln().digits()).add(party.name());
        for (PartyId id : party.ids()) {
            text.add(id.scheme()).add(id.value());
        }
    }

    private static String plain(BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    private void sha256(String ordinal) {
        update(around.clear().addLengthOf(statement));
        update(statement);
        update(around.clear().add(ordinal));
        try {
            sha256.digest(hash, 0, HASH_LENGTH);
        } catch (DigestException thereIsRoom) {
            throw new IllegalStateException(thereIsRoom);
        }
    }

    private void update(Canonical text) {
        sha256.update(text.bytes(), 0, text.length());
    }

    private long firstBits() {
        long bits = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            bits = (bits << Byte.SIZE) | (hash[i] & 0xFF);
        }
        return bits;
    }

    private String hexadecimal() {
        for (int i = 0; i < HASH_LENGTH; i++) {
            digits[2 * i] = HEXADECIMAL[(hash[i] >> 4) & 0xF];
            digits[2 * i + 1] = HEXADECIMAL[hash[i] & 0xF];
        }
        return new String(digits, StandardCharsets.ISO_8859_1);
    }
}
