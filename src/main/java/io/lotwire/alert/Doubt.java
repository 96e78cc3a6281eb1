package io.lotwire.alert;

import io.lotwire.lot.Issue;
import io.lotwire.lot.LotEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * A doubt about a lot.
 *
 * @param identity the same for the same doubt of a subject, which is told of once; {@code ""} for one that is kept already
 * @param code what kind, such as {@code LOT_RECALLED}
 * @param lot the lot's code, {@code ""} when there is none
 * @param gtin its product, {@code ""} when that has no GTIN
 * @param message what is wrong, and how to mend it
 */
public record Doubt(String identity, String code, String lot, String gtin, String message) {
    /** Those of an event. */
    public static List<Doubt> of(LotEvent event) {
        String lot = event.lot() == null ? "" : event.lot().code();
        String gtin = event.item() == null || event.item().gtin() == null
                ? ""
                : event.item().gtin().digits();
        List<Doubt> doubts = new ArrayList<>();
        for (Issue issue : event.issues()) {
            String code = issue.code().name();
            // Where no lot is named, the sentence tells doubts apart.
            String identity = String.join("\n", code, lot, gtin, lot.isEmpty() ? issue.message() : "");
            doubts.add(new Doubt(identity, code, lot, gtin, issue.message()));
        }
        return doubts;
    }
}
