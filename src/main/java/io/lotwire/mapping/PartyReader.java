package io.lotwire.mapping;

import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.tree.Loop;
import io.lotwire.edi.tree.Value;
import io.lotwire.edi.tree.X12Path;
import io.lotwire.lot.Address;
import io.lotwire.lot.Gln;
import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.LotSource;
import io.lotwire.lot.Party;
import io.lotwire.lot.PartyId;
import io.lotwire.mapping.Plan.Range;
import io.lotwire.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads parties from N1 loops and NAD segments: the nearest one whose code (X12 element 98, EDIFACT 3035) is asked for. */
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

    /** EDIFACT element 3055 to the scheme of an event's party id. */
    private static final Map<String, String> AGENCIES =
            Map.of("16", "duns", "91", "assigned-by-seller", "92", "assigned-by-buyer");

    private static final String LOT_SOURCE = "lot.source";

    private final Plan plan;
    private final Trail trail;

    /**
     * @param trail is told where values were taken; null when nobody wants to know
     */
    PartyReader(Plan plan, Trail trail) {
        this.plan = plan;
        this.trail = trail;
    }

    /** Where parties with these codes are looked for, in X12 and in EDIFACT. */
    static List<X12Path> places(List<String> codes) {
        List<X12Path> places = new ArrayList<>();
        for (String code : codes) {
            places.add(X12Path.parse("N1[" + code + "]-01"));
            places.add(X12Path.parse("NAD[" + code + "]-01"));
        }
        return places;
    }

    /** Where the goods leave from. */
    Read<Party> shipFrom(Scope scope) {
        if (scope.shipFrom == null || trail != null) {
            scope.shipFrom = isAsAround(scope) ? shipFrom(scope.around()) : party(scope, plan.shipFrom(), "shipFrom");
        }
        return scope.shipFrom;
    }

    /** Where they go to. */
    Read<Party> shipTo(Scope scope) {
        if (scope.shipTo == null || trail != null) {
            scope.shipTo = isAsAround(scope) ? shipTo(scope.around()) : party(scope, plan.shipTo(), "shipTo");
        }
        return scope.shipTo;
    }

    /** The party that made a lot. */
    Read<LotSource> lotSource(Scope scope) {
        if (scope.lotSource == null || trail != null) {
            scope.lotSource =
                    isAsAround(scope) ? lotSource(scope.around()) : source(party(scope, plan.lotSource(), LOT_SOURCE));
        }
        return scope.lotSource;
    }

    /** The same, where not each level says it of the lot. */
    Read<LotSource> lotSource(Scope scope, Predicate<Scope> lends) {
        return source(party(scope, plan.lotSource(), LOT_SOURCE, lends));
    }

    /** The party that owned the goods. */
    Read<Party> seller(Scope scope) {
        return party(scope, plan.transfer().from(), "transfer.from");
    }

    /** The party that owns them then. */
    Read<Party> buyer(Scope scope) {
        return party(scope, plan.transfer().to(), "transfer.to");
    }

    private boolean isAsAround(Scope scope) {
        return trail == null && scope.around() != null && !scope.says(Plan.PARTY);
    }

    private static Read<LotSource> source(Read<Party> read) {
        Party party = read.value();
        if (party == null) {
            return Read.nothing();
        }
        String reference = party.ids().isEmpty() ? "" : party.ids().get(0).value();
        return new Read<>(
                new LotSource(party.gln() == null ? "" : party.gln().digits(), party.name(), reference), read.issues());
    }

    /** The party with the first of the codes that any loop around has. */
    private Read<Party> party(Scope scope, Range codes, String field) {
        return party(scope, codes, field, level -> true);
    }

    private Read<Party> party(Scope scope, Range codes, String field, Predicate<Scope> says) {
        for (int code = codes.from(); code < codes.to(); code++) {
            Value found = scope.nearestValue(code, says);
            if (found != null) {
                if (trail != null) {
                    trail.took(field, plan.path(code), found);
                }
                if (trail != null) {
                    used(field, found);
                }
                return found.segment().syntax() == Syntax.EDIFACT ? nad(found.segment()) : n1(found);
            }
        }
        return Read.nothing();
    }

    /** What is told of a party; of where a lot was made its address is not. */
    private void used(String field, Value found) {
        boolean address = !field.equals(LOT_SOURCE);
        Segment segment = found.segment();
        if (segment.syntax() == Syntax.EDIFACT) {
            used(segment, 2, 1, 3);
            used(segment, 4, 1, 2, 3, 4, 5);
            if (address && segment.isEmpty(5)) {
                used(segment, 3, 1, 2);
            } else if (address) {
                used(segment, 5, 1, 2);
            }
            for (int element = 6; address && element <= 9; element++) {
                used(segment, element, 1);
            }
            return;
        }
        for (int element = 2; element <= 4; element++) {
            trail.used(segment, element, 0);
        }
        if (address) {
            found.loop().segment("N3").ifPresent(n3 -> used(n3, 2));
            found.loop().segment("N4").ifPresent(n4 -> used(n4, 4));
        }
    }

    private void used(Segment segment, int element, int... components) {
        for (int component : components) {
            trail.used(segment, element, component);
        }
    }

    private void used(Segment segment, int elements) {
        for (int element = 1; element <= elements; element++) {
            trail.used(segment, element, 0);
        }
    }

    private static Read<Party> n1(Value found) {
        Segment n1 = found.segment();
        String qualifier = n1.element(3);
        boolean saysGln = qualifier.equals("UL");
        String scheme = saysGln ? "gln" : SCHEMES.getOrDefault(qualifier, qualifier);
        return read("N104", n1.element(2), saysGln, scheme, n1.element(4), address(found.loop()));
    }

    /** C082: identification, code list, agency; C080: name; C059: street; then city, region, postal code, country. */
    private static Read<Party> nad(Segment nad) {
        String agency = nad.component(2, 3);
        boolean saysGln = agency.equals("9");
        String name = joined(nad, 4, 5);
        Address address = nad.isEmpty(3) && nad.isEmpty(5) && nad.isEmpty(6) && nad.isEmpty(8) && nad.isEmpty(9)
                ? null
                : new Address(
                        nad.isEmpty(5) ? nad.component(3, 1) : nad.component(5, 1),
                        nad.isEmpty(5) ? nad.component(3, 2) : nad.component(5, 2),
                        nad.component(6, 1),
                        nad.component(7, 1),
                        nad.component(8, 1),
                        nad.component(9, 1));
        String scheme = saysGln ? "gln" : AGENCIES.getOrDefault(agency, agency);
        return read("NAD02", name, saysGln, scheme, nad.component(2, 1), address);
    }

    private static String joined(Segment segment, int element, int components) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= components; i++) {
            String part = segment.component(element, i);
            text.append(text.isEmpty() || part.isEmpty() ? "" : " ").append(part);
        }
        return text.toString();
    }

    private static Read<Party> read(
            String place, String name, boolean saysGln, String scheme, String number, Address address) {
        Optional<Gln> gln = saysGln ? Gln.parse(number) : Optional.empty();
        List<Issue> issues = saysGln && gln.isEmpty()
                ? List.of(new Issue(
                        IssueCode.GLN_INVALID,
                        Severity.WARNING,
                        place + " is '" + number + "', which is no GLN: 13 digits with a good check digit are wanted."))
                : List.of();
        boolean otherId = !number.isEmpty() && gln.isEmpty();
        List<PartyId> ids = otherId ? List.of(new PartyId(scheme, number)) : List.of();
        return new Read<>(new Party(gln.orElse(null), name, ids, address), issues);
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
