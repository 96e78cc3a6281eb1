package io.lotwire.lot;

import io.lotwire.digest.Sha256;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * Gives events their ids: SHA-256 over the document's identity and the statement's content, with an ordinal where the
 * document makes the same statement again. Control numbers, mapping versions and doubts are no part of it, so a
 * document sent again gives the same ids, and two equal lines of one document give two. Nor is what is stated of a change of owner:
 * it does not tell where goods were, and events that were stored before it was read keep their ids.
 *
 * <p>What the events of a document share (its identity, what happened and when, parties, references) is hashed once, and
 * its hash stands for it in each event's own.
 *
 * <p>Statements are told apart by 64 bits of their hashes. Should two different ones ever have these in common, the later
 * gets a higher ordinal than it needs, and each still has an id of its own, the same whenever the document is sent.
 */
public final class EventIdentity {
    private static final int HASH_LENGTH = 32;
    private static final int FIRST = 1;

    private final String partner;
    private final String set;
    private final String number;
    private final Purpose purpose;
    private final Canonical text = new Canonical();
    private final MessageDigest sha256;
    private final byte[] shared = new byte[HASH_LENGTH];
    private final byte[] hash = new byte[HASH_LENGTH];
    private final TimesSaid timesSaid = new TimesSaid();
    private LotEvent last;

    /**
     * @param partner who sent the document
     * @param set transaction set or message type, such as {@code 856}
     * @param number the document's own number, such as BSN02
     * @param purpose what the document means to do
     */
    public EventIdentity(String partner, String set, String number, Purpose purpose) {
        this.partner = partner;
        this.set = set;
        this.number = number;
        this.purpose = purpose;
        this.sha256 = Sha256.digest();
    }

    /** The event with its id. Events are to be given in document order. */
    public LotEvent identify(LotEvent event) {
        addStatement(event);
        int stated = text.length();
        text.add(FIRST);
        hash(hash);
        int ordinal = timesSaid.again(firstBits());
        if (ordinal > FIRST) {
            text.cut(stated).add(ordinal);
            hash(hash);
        }
        return event.withEventId(HexFormat.of().formatHex(hash));
    }

    /**
     * The event with its id, where its sender has an id of their own for it: the same statement under the same id of theirs is one
     * event, however often it is made. The id of another partner's event never comes of it.
     *
     * @param sendersId what tells the event apart among all that its sender states
     */
    public LotEvent identify(LotEvent event, String sendersId) {
        addStatement(event);
        text.add("sender's id").add(sendersId).add(FIRST);
        hash(hash);
        return event.withEventId(HexFormat.of().formatHex(hash));
    }

    private void addStatement(LotEvent event) {
        if (!sharesWithLast(event)) {
            addShared(event);
            hash(shared);
        }
        last = event;
        addOwn(event);
    }

    @SuppressWarnings("ReferenceEquality") // The same objects need not be compared; equal ones are rare.
    private boolean sharesWithLast(LotEvent event) {
        return last != null
                && event.references() == last.references()
                && event.shipFrom() == last.shipFrom()
                && event.shipTo() == last.shipTo()
                && event.time() == last.time()
                && event.type() == last.type();
    }

    private void addShared(LotEvent event) {
        text.clear().add(partner).add(set).add(number).add(purpose.name());
        text.add(event.type().name());
        text.add(event.time() == null ? "" : event.time().value());
        addParty(event.shipFrom());
        addParty(event.shipTo());
        List<Reference> references = event.references();
        text.add(references.size());
        for (Reference reference : references) {
            text.add(reference.type()).add(reference.value()).add(reference.date());
        }
    }

    private void addParty(Party party) {
        if (party == null) {
            text.add(0);
            return;
        }
        text.add(1).add(party.gln() == null ? "" : party.gln().digits()).add(party.name());
        text.add(party.ids().size());
        for (PartyId id : party.ids()) {
            text.add(id.scheme()).add(id.value());
        }
    }

    private void addOwn(LotEvent event) {
        text.clear().addRaw(shared);
        Item item = event.item();
        text.add(item.gtin() == null ? "" : item.gtin().digits());
        text.add(item.ids().size());
        for (ItemId id : item.ids()) {
            text.add(id.scheme()).add(id.value());
        }
        addLot(event.lot());
        Quantity quantity = event.quantity();
        if (quantity == null) {
            text.add(0);
        } else {
            text.add(1).add(quantity.value()).add(quantity.unit()).add(quantity.ordered());
        }
        LogisticUnit unit = event.unit();
        text.add(unit == null ? "" : unit.sscc().digits());
        text.add(unit == null || unit.parent() == null ? "" : unit.parent().digits());
        addState(event);
        addTransformation(event.transformation());
    }

    /** Only what is stated: an event without condition and reason has the id that it would have if there were none. */
    private void addState(LotEvent event) {
        if (event.condition() == null && event.reason() == null) {
            return;
        }
        text.add(event.condition() == null ? "" : event.condition().name());
        text.add(event.reason() == null ? "" : event.reason().code());
        text.add(event.reason() == null ? "" : event.reason().list());
    }

    /** Only where one is stated, as before. */
    private void addTransformation(Transformation transformation) {
        if (transformation != null) {
            text.add("transformation")
                    .add(transformation.id())
                    .add(transformation.role().name());
        }
    }

    private void addLot(Lot lot) {
        if (lot == null) {
            text.add(0);
            return;
        }
        text.add(1)
                .add(lot.code())
                .add(lot.kind().name())
                .add(lot.expires())
                .add(lot.bestBefore())
                .add(lot.manufactured())
                .add(lot.packed())
                .add(lot.harvested());
    }

    private void hash(byte[] into) {
        sha256.update(text.bytes(), 0, text.length());
        try {
            sha256.digest(into, 0, HASH_LENGTH);
        } catch (DigestException thereIsRoom) {
            throw new IllegalStateException(thereIsRoom);
        }
    }

    private long firstBits() {
        long bits = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            bits = (bits << Byte.SIZE) | (hash[i] & 0xFF);
        }
        return bits;
    }
}
