package io.lotwire.lot;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Gives events their ids: SHA-256 over the document's identity and the statement's content, with an ordinal where the
 * document makes the same statement again. Control numbers, mapping versions and doubts are no part of it, so a
 * document sent again gives the same ids, and two equal lines of one document give two.
 */
public final class EventIdentity {
    private final String document;
    private final Map<String, Integer> timesSaid = new HashMap<>();

    /**
     * @param partner who sent the document
     * @param set transaction set or message type, such as {@code 856}
     * @param number the document's own number, such as BSN02
     * @param purpose what the document means to do
     */
    public EventIdentity(String partner, String set, String number, Purpose purpose) {
        this.document = new Canonical()
                .add(partner)
                .add(set)
                .add(number)
                .add(purpose.name())
                .text();
    }

    /** The event with its id. Events are to be given in document order. */
    public LotEvent identify(LotEvent event) {
        String statement = document + statement(event);
        int ordinal = timesSaid.merge(statement, 1, Integer::sum);
        return event.withEventId(
                sha256(new Canonical().add(statement).add(ordinal).text()));
    }

    private static String statement(LotEvent event) {
        Canonical text = new Canonical().add(event.type().name());
        EventTime time = event.time();
        text.add(time == null ? "" : time.value());
        Item item = event.item();
        text.add(item.gtin());
        for (ItemId id : item.ids()) {
            text.add(id.scheme()).add(id.value());
        }
        addLot(text, event.lot());
        Quantity quantity = event.quantity();
        if (quantity != null) {
            text.add(plain(quantity.value())).add(quantity.unit()).add(plain(quantity.ordered()));
        }
        LogisticUnit unit = event.unit();
        text.add(unit == null ? null : unit.sscc()).add(unit == null ? null : unit.parent());
        addParty(text, event.shipFrom());
        addParty(text, event.shipTo());
        for (Reference reference : event.references()) {
            text.add(reference.type()).add(reference.value()).add(reference.date());
        }
        return text.text();
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

    private static void addParty(Canonical text, Party party) {
        if (party == null) {
            text.add("");
            return;
        }
        text.add(party.gln()).add(party.name());
        for (PartyId id : party.ids()) {
            text.add(id.scheme()).add(id.value());
        }
    }

    private static String plain(BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** Text that can be read in one way only: every value is preceded by its length. */
    private static final class Canonical {
        private final StringBuilder text = new StringBuilder();

        Canonical add(Object value) {
            String string = value == null ? "" : value.toString();
            text.append(string.length()).append(':').append(string);
            return this;
        }

        String text() {
            return text.toString();
        }
    }
}
