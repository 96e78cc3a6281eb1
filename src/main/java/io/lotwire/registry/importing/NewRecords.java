package io.lotwire.registry.importing;

import io.lotwire.registry.master.Fact;
import io.lotwire.registry.master.RecordKind;
import java.util.stream.Collectors;

/** SQL that makes the records of a file that are not known, with all that is said of them. */
final class NewRecords {
    /** Every lot is of some kind, a lot code where nothing else is said. */
    private static final String USUAL_LOT_KIND = "'LOT'";

    private final StagedRecords staged;

    NewRecords(StagedRecords staged) {
        this.staged = staged;
    }

    /** The table and its columns, without the number. */
    String into() {
        return staged.kind().word() + " (" + columns() + ")";
    }

    /** The table and its columns, with the number. */
    String intoNumbered() {
        return staged.kind().word() + " (id, " + columns() + ") overriding system value";
    }

    /** The values of the columns, without the number; {@code :now} is the time. */
    String values() {
        return staged.kind().columns().stream().map(this::value).collect(Collectors.joining(", "))
                + ", s.attributes, cast(:now as timestamptz)";
    }

    private String columns() {
        return staged.kind().columns().stream().map(Fact::column).collect(Collectors.joining(", "))
                + ", attributes, first_seen_at";
    }

    private String value(Fact fact) {
        boolean isLotKind = staged.kind() == RecordKind.LOT && fact.column().equals("kind");
        return isLotKind ? "coalesce(" + Correcting.said(fact) + ", " + USUAL_LOT_KIND + ")" : Correcting.said(fact);
    }
}
