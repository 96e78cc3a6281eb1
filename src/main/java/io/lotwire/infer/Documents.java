package io.lotwire.infer;

import io.lotwire.edi.segment.Syntax;
import io.lotwire.mapping.Mapping;
import java.util.ArrayList;
import java.util.List;

/** What all transaction sets of one kind say. */
final class Documents {
    final String id;
    final Syntax syntax;
    /** The mapping that reads them when a profile names none; null when there is none. */
    final Mapping mapping;
    /** True for kinds that never state lots, so that no mapping is wanted. */
    final boolean withoutLots;

    final Tally versions = new Tally();
    final Tally shapes = new Tally();
    /** Places of the mapping where values were taken, as {@code field place}. */
    final Tally taken = new Tally();

    final Tally units = new Tally();
    final Tally ssccForms = new Tally();
    final Tally dates = new Tally();
    final Tally notMapped = new Tally();
    final Tally issues = new Tally();
    final Tally candidates = new Tally();
    /** Elements whose text speaks of a lot. */
    final Tally spokenOf = new Tally();

    /** Dates that no event has and that could be a lot's, by their place. */
    final Tally datesNotTaken = new Tally();
    /** Lots that are doubtful by themselves, by their place. */
    final Tally doubtfulLots = new Tally();

    final Tally doubts = new Tally();
    /** Product numbers under qualifiers that the mapping does not name, as {@code segment scheme}. */
    final Tally ownNumbers = new Tally();
    /** Quantities with a qualifier, by their place. */
    final Tally quantities = new Tally();
    /** Lines whose quantities are not all told, by the places that are not; their values are the places beside them that are. */
    final Tally openQuantities = new Tally();
    /** Codes whose meaning nobody told, as {@code list: code}. */
    final Tally reasons = new Tally();
    /** What the mapping warns of, by its code. */
    final Tally warnings = new Tally();

    final List<Rejection> rejections = new ArrayList<>();
    int sets;
    /** Sets that are accepted and read. */
    int read;
    /** Sets that are read or, being rejected, only looked into. */
    int seen;
    /** Events of the sets that are read. */
    int events;
    /** Those of them with a lot that is not doubtful. */
    int lots;
    /** Events of all sets that were seen. */
    int eventsSeen;

    int lotsSeen;

    Documents(String id, Syntax syntax, Mapping mapping, boolean withoutLots) {
        this.id = id;
        this.syntax = syntax;
        this.mapping = mapping;
        this.withoutLots = withoutLots;
    }

    /** True for a day at a place of lots at which dates may stand. */
    boolean isDateForLot(String place, String value) {
        return LotLike.isDay(value)
                && mapping.lots().stream()
                        .filter(Mapping.LotPlace::mayBeDate)
                        .flatMap(lot -> lot.codes().stream())
                        .anyMatch(code -> code.toString().equals(place));
    }

    boolean isX12() {
        return syntax == Syntax.X12;
    }

    String name() {
        return mapping.name();
    }
}
