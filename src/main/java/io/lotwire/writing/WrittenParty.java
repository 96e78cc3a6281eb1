package io.lotwire.writing;

import io.lotwire.lot.Address;
import io.lotwire.lot.Gln;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.LotSource;
import io.lotwire.lot.Party;
import io.lotwire.lot.PartyId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A company or location in its role.
 *
 * @param role its role, such as {@code ST}
 * @param who which of the events' parties it is, a word of {@link #WHO}
 * @param party who it is
 */
record WrittenParty(String role, String who, Party party) {
    private static final Address NOWHERE = new Address("", "", "", "", "", "");
    private static final String GLN = "gln";
    /** Schemes of what refers to a lot's source (21 CFR 1.1310): a web address, and a number of a kind that nobody told. */
    private static final String URL = "url";

    private static final String REFERENCE = "reference";
    private static final String LOT_SOURCE = "lotSource";
    private static final String TRANSFER_FROM = "transferFrom";
    private static final String TRANSFER_TO = "transferTo";

    /** Whom an out-mapping can write, by their words. */
    static final SortedMap<String, Function<LotEvent, Party>> WHO = new TreeMap<>(Map.of(
            "shipFrom",
            LotEvent::shipFrom,
            "shipTo",
            LotEvent::shipTo,
            LOT_SOURCE,
            WrittenParty::lotSource,
            TRANSFER_FROM,
            WrittenParty::transferFrom,
            TRANSFER_TO,
            WrittenParty::transferTo));

    private static Party transferFrom(LotEvent event) {
        return event.transfer() == null ? null : event.transfer().from();
    }

    private static Party transferTo(LotEvent event) {
        return event.transfer() == null ? null : event.transfer().to();
    }

    private static Party lotSource(LotEvent event) {
        LotSource source = event.lot() == null ? null : event.lot().source();
        return source == null
                ? null
                : new Party(Gln.parse(source.gln()).orElse(null), source.name(), referenceTo(source), null);
    }

    private static List<PartyId> referenceTo(LotSource source) {
        return source.reference().isEmpty()
                ? List.of()
                : List.of(new PartyId(url(source).isEmpty() ? REFERENCE : URL, source.reference()));
    }

    /** The reference to a lot's source where it is a web address, else {@code ""}. */
    static String url(LotSource source) {
        return source != null && source.reference().matches("(?i)https?://.+") ? source.reference() : "";
    }

    boolean isLotSource() {
        return who.equals(LOT_SOURCE);
    }

    /** True for who owned the goods, and who owns them then. */
    boolean isOfTransfer() {
        return who.equals(TRANSFER_FROM) || who.equals(TRANSFER_TO);
    }

    Address address() {
        return party.address() == null ? NOWHERE : party.address();
    }

    /** The number that is written for it, by the first scheme that has a qualifier; null when it has none. */
    PartyId id(Map<String, String> qualifiers) {
        if (party.gln() != null && qualifiers.containsKey(GLN)) {
            return new PartyId(GLN, party.gln().digits());
        }
        for (PartyId id : party.ids()) {
            if (qualifiers.containsKey(id.scheme())) {
                return id;
            }
        }
        return null;
    }
}
