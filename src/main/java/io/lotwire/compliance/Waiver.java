package io.lotwire.compliance;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A key data element that somebody answers for: until a day, what is missing of it is told, and not counted.
 *
 * @param id its number; 0 for one that is not kept yet
 * @param kind in which critical tracking event
 * @param element its name, such as {@code tlc-source}
 * @param partner whose documents lack it, {@code ""} for anybody's
 * @param reason why it may be missing
 * @param by who answers for that
 * @param at since when
 * @param endsOn the last day
 */
public record Waiver(
        long id,
        TrackingEvent kind,
        String element,
        String partner,
        String reason,
        String by,
        Instant at,
        LocalDate endsOn) {
    /** Whether it speaks of an element of a document of this partner. */
    boolean holdsFor(TrackingEvent ofKind, KeyDataElement missing, String ofPartner) {
        return kind == ofKind && element.equals(missing.name()) && (partner.isEmpty() || partner.equals(ofPartner));
    }
}
