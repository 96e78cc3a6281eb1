package io.lotwire.document;

import io.lotwire.lot.LotEvent;
import io.lotwire.partner.Subscription.Format;
import io.lotwire.partner.table.Tables;
import io.lotwire.problem.Problem;
import io.lotwire.writing.StandardUnits;
import java.util.List;
import java.util.stream.Stream;

/** Puts the events of one document into the words of who gets it, one by one: the partner's tables, then the standard's units. */
final class Wording {
    private final Tables.Telling tables;
    /** Null for formats whose units are the events' own. */
    private final StandardUnits units;

    Wording(Tables theirs, Format format) {
        // The units of EPCIS are those of its standard, whatever the partner calls them elsewhere.
        Tables told = format == Format.EPCIS ? theirs.withoutUnits() : theirs;
        this.tables = told.sending(format.syntax().isPresent());
        this.units = format.syntax()
                .map(syntax -> new StandardUnits(syntax, told::nameUnitOf))
                .orElse(null);
    }

    LotEvent of(LotEvent event) {
        LotEvent told = tables.tell(event);
        return units == null ? told : units.of(event, told);
    }

    /** True when the events so far may not be sent. */
    boolean refuses() {
        return tables.rejects() || (units != null && units.areUnsure());
    }

    /** What was missing so far. */
    List<Problem> problems() {
        return units == null
                ? tables.problems()
                : Stream.concat(tables.problems().stream(), units.problems().stream())
                        .toList();
    }
}
