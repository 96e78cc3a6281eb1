package io.lotwire.mapping;

import io.lotwire.lot.Address;
import io.lotwire.lot.Gln;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.LotSource;
import io.lotwire.lot.Party;
import io.lotwire.lot.PartyId;
import io.lotwire.problem.Severity;
import io.lotwire.x12.Loop;
import io.lotwire.x12.Segment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads parties from N1 loops: the nearest one whose entity code (X12 element 98) is asked for. */
final class PartyReader {
    /** X12 element 66 to the scheme of an event's party id; a code that is not listed is its own scheme. */
    private static final Map<String, String> SCHEMES = Map.of(
            "1", "duns",
            "9", "duns4",
            "91", "assigned-by-seller",
            "92", "assigned-by-buyer",
            "FA", "fda-facility",
            "11", "dea",
            "21", "hin");

    private PartyReader() {}

    /** The party with the first of these codes, null when there is none. */
    static Party party(Loop loop, List<String> codes, Consumer<Issue> issues) {
        return find(loop, codes).map(n1 -> read(n1, issues)).orElse(null);
    }

    /** The party that made a lot, null when there is none. */
    static LotSource lotSource(Loop loop, List<String> codes, Consumer<Issue> issues) {
        Party party = party(loop, codes, issues);
        if (party == null) {
            return null;
        }
        String reference = party.ids().isEmpty() ? "" : party.ids().get(0).value();
        return new LotSource(party.gln() == null ? "" : party.gln().digits(), party.name(), reference);
    }

    private static Optional<Loop> find(Loop loop, List<String> codes) {
        for (String code : codes) {
            Optional<Loop> found = Nearest.of(loop, at -> at.loops("N1").stream()
                    .filter(n1 -> n1.first().element(1).equals(code))
                    .findFirst());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Party read(Loop loop, Consumer<Issue> issues) {
        Segment n1 = loop.first();
        String qualifier = n1.element(3);
        String number = n1.element(4);
        boolean saysGln = qualifier.equals("UL");
        Optional<Gln> gln = saysGln ? Gln.parse(number) : Optional.empty();
        if (saysGln && gln.isEmpty()) {
            issues.accept(new Issue(
                    IssueCode.GLN_INVALID,
                    Severity.WARNING,
                    "N104 is '" + number + "', which is no GLN: 13 digits with a good check digit are wanted."));
        }
        boolean otherId = !number.isEmpty() && gln.isEmpty();
        List<PartyId> ids = otherId
                ? List.of(new PartyId(saysGln ? "gln" : SCHEMES.getOrDefault(qualifier, qualifier), number))
                : List.of();
        return new Party(gln.orElse(null), n1.element(2), ids, address(loop));
    }

    private static Address address(Loop loop) {
        Optional<Segment> n3 = loop.segment("N3");
        Optional<Segment> n4 = loop.segment("N4");
        if (n3.isEmpty() && n4.isEmpty()) {
            return null;
        }
        return new Address(
                n3.map(segment -> segment.element(1)).orElse(""),
                n3.map(segment -> segment.element(2)).orElse(""),
                n4.map(segment -> segment.element(1)).orElse(""),
                n4.map(segment -> segment.element(2)).orElse(""),
                n4.map(segment -> segment.element(3)).orElse(""),
                n4.map(segment -> segment.element(4)).orElse(""));
    }
}
