package io.lotwire.registry;

import io.lotwire.lot.EventType;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Party;
import io.lotwire.lot.PartyId;
import java.util.Set;

/**
 * How a document names a party; parts that it does not state are {@code ""}.
 *
 * @param gln its GLN
 * @param number its DUNS number
 * @param name its name
 */
public record PartyStatement(String gln, String number, String name) {
    /** Numbers that mean the same whoever states them; others, such as a buyer's number for a store, do not. */
    private static final Set<String> UNIVERSAL_SCHEMES = Set.of("duns", "duns4");

    private static final String NOT_STATED = "(not stated)";

    /** So much of a name and of a number tells parties apart; an index of PostgreSQL has no room for any length. */
    private static final int NAME_LENGTH = 500;

    private static final int NUMBER_LENGTH = 100;

    /** Who ships a notice's goods, where it does not say, is whose notice it is. */
    static PartyStatement from(LotEvent event) {
        return of(
                event.shipFrom(), isReceipt(event) ? NOT_STATED : event.source().partner());
    }

    /** Who receives, where a receipt does not say, is whose receipt it is. */
    static PartyStatement to(LotEvent event) {
        return of(event.shipTo(), isReceipt(event) ? event.source().partner() : NOT_STATED);
    }

    /** False where no document says whose it is. */
    public boolean isStated() {
        return !name.equals(NOT_STATED) || !gln.isEmpty() || !number.isEmpty();
    }

    private static boolean isReceipt(LotEvent event) {
        return event.type() == EventType.RECEIVED;
    }

    private static PartyStatement of(Party party, String insteadOf) {
        if (party == null) {
            return new PartyStatement("", "", insteadOf);
        }
        String gln = party.gln() == null ? "" : party.gln().digits();
        String number = Cut.of(universalNumber(party), NUMBER_LENGTH);
        String name = Cut.of(party.name(), NAME_LENGTH);
        return gln.isEmpty() && number.isEmpty() && name.isEmpty()
                ? new PartyStatement("", "", insteadOf)
                : new PartyStatement(gln, number, name);
    }

    /** What of it is best known: 0 for a GLN, 1 for a DUNS number, 2 for a name only. */
    int vagueness() {
        if (!gln.isEmpty()) {
            return 0;
        }
        return number.isEmpty() ? 2 : 1;
    }

    /** True when both state a GLN, or else a DUNS number, and it is the same. */
    boolean sharesKeyWith(PartyStatement other) {
        if (!gln.isEmpty() && !other.gln.isEmpty()) {
            return gln.equals(other.gln);
        }
        return !number.isEmpty() && number.equals(other.number);
    }

    /** True when the names are equal and no GLN or DUNS number tells the two apart. */
    boolean sharesNameWith(PartyStatement other) {
        boolean glnsDiffer = !gln.isEmpty() && !other.gln.isEmpty();
        boolean numbersDiffer = !number.isEmpty() && !other.number.isEmpty();
        return !glnsDiffer && !numbersDiffer && !name.isEmpty() && name.equalsIgnoreCase(other.name);
    }

    /** Both together. */
    PartyStatement completedBy(PartyStatement other) {
        return new PartyStatement(
                gln.isEmpty() ? other.gln : gln,
                number.isEmpty() ? other.number : number,
                name.isEmpty() ? other.name : name);
    }

    /** What to call it. */
    String title() {
        if (!name.isEmpty()) {
            return name;
        }
        return gln.isEmpty() ? "DUNS " + number : "GLN " + gln;
    }

    private static String universalNumber(Party party) {
        return party.ids().stream()
                .filter(id -> UNIVERSAL_SCHEMES.contains(id.scheme()))
                .map(PartyId::value)
                .findFirst()
                .orElse("");
    }
}
